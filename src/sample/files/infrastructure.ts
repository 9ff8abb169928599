import { type SampleFiles, text } from './text';

/** One person keeps it alive, `infra/k8s/payments.yaml` above all. */
export const infrastructureFiles: SampleFiles = {
  'infra/README.md': text`
# infra

Terraform makes the cluster, the databases and the queue; ´k8s/´ is what runs in it.
Nothing here deploys itself yet: after a release somebody edits the image tag and applies.
`,
  'infra/terraform/main.tf': text`
terraform {
  required_version = ">= 1.9"

  backend "s3" {
    bucket = "harbour-terraform-state"
    key    = "production.tfstate"
    region = "eu-north-1"
  }
}

provider "aws" {
  region = var.region
}

module "cluster" {
  source  = "terraform-aws-modules/eks/aws"
  version = "20.31.6"

  cluster_name    = "harbour"
  cluster_version = "1.31"
  subnet_ids      = var.subnets

  eks_managed_node_groups = {
    general = {
      instance_types = ["m7g.large"]
      min_size       = 3
      max_size       = 9
    }
  }
}
`,
  'infra/terraform/database.tf': text`
resource "aws_db_instance" "ledger" {
  identifier              = "harbour-ledger"
  engine                  = "postgres"
  engine_version          = "16.6"
  instance_class          = "db.m7g.large"
  allocated_storage       = 200
  multi_az                = true
  backup_retention_period = 35
  deletion_protection     = true

  manage_master_user_password = true
}

resource "aws_db_instance" "tracking" {
  identifier              = "harbour-tracking"
  engine                  = "postgres"
  engine_version          = "16.6"
  instance_class          = "db.m7g.xlarge"
  allocated_storage       = 500
  backup_retention_period = 7
}
`,
  'infra/terraform/variables.tf': text`
variable "region" {
  type    = string
  default = "eu-north-1"
}

variable "subnets" {
  type        = list(string)
  description = "Private subnets, one in each zone"
}

variable "domain" {
  type    = string
  default = "harbour.example.com"
}
`,
  'infra/terraform/dns.tf': text`
resource "aws_route53_record" "track" {
  zone_id = var.zone
  name    = "track"
  type    = "CNAME"
  ttl     = 300
  records = [aws_lb.public.dns_name]
}

resource "aws_acm_certificate" "public" {
  domain_name       = var.domain
  validation_method = "DNS"
}
`,
  'infra/k8s/payments.yaml': text`
apiVersion: apps/v1
kind: Deployment
metadata:
  name: payments
  labels:
    app: payments
spec:
  replicas: 4
  selector:
    matchLabels:
      app: payments
  template:
    metadata:
      labels:
        app: payments
    spec:
      terminationGracePeriodSeconds: 45
      containers:
        - name: payments
          image: registry.example.com/harbour/payments:1.63.0
          ports:
            - containerPort: 8081
          envFrom:
            - secretRef:
                name: payments-acquirer
            - secretRef:
                name: payments-ledger
          env:
            - name: ACQUIRER_URL
              value: https://acquirer.example.com
          readinessProbe:
            httpGet:
              path: /healthz
              port: 8081
            periodSeconds: 5
          livenessProbe:
            httpGet:
              path: /healthz
              port: 8081
            failureThreshold: 6
          resources:
            requests:
              cpu: 250m
              memory: 384Mi
            limits:
              memory: 768Mi
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: payments
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: payments
  minReplicas: 4
  maxReplicas: 12
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: payments
spec:
  minAvailable: 2
  selector:
    matchLabels:
      app: payments
`,
  'infra/k8s/tracking.yaml': text`
apiVersion: apps/v1
kind: Deployment
metadata:
  name: tracking
spec:
  replicas: 3
  selector:
    matchLabels:
      app: tracking
  template:
    metadata:
      labels:
        app: tracking
    spec:
      containers:
        - name: tracking
          image: registry.example.com/harbour/tracking:4.18.2
          ports:
            - containerPort: 8082
          envFrom:
            - secretRef:
                name: tracking-database
          readinessProbe:
            httpGet:
              path: /healthz
              port: 8082
          resources:
            limits:
              memory: 512Mi
---
apiVersion: v1
kind: Service
metadata:
  name: tracking
spec:
  selector:
    app: tracking
  ports:
    - port: 8082
`,
  'infra/k8s/labels.yaml': text`
apiVersion: apps/v1
kind: Deployment
metadata:
  name: labels
spec:
  replicas: 1
  selector:
    matchLabels:
      app: labels
  template:
    metadata:
      labels:
        app: labels
    spec:
      containers:
        - name: labels
          image: registry.example.com/harbour/labels:2.4.1
          ports:
            - containerPort: 8083
          env:
            - name: PRINTER_HOST
              value: printers.depot.example.com
---
apiVersion: batch/v1
kind: CronJob
metadata:
  name: labels-carrier-table
spec:
  schedule: "15 4 * * 1"
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: OnFailure
          containers:
            - name: fetch
              image: registry.example.com/harbour/labels:2.4.1
              command: ["python", "-m", "labels.carriers", "--fetch"]
`,
  'infra/k8s/notifications.yaml': text`
apiVersion: apps/v1
kind: Deployment
metadata:
  name: notifications
spec:
  replicas: 2
  selector:
    matchLabels:
      app: notifications
  template:
    metadata:
      labels:
        app: notifications
    spec:
      containers:
        - name: notifications
          image: registry.example.com/harbour/notifications:0.31.2
          envFrom:
            - secretRef:
                name: notifications-gateways
          livenessProbe:
            httpGet:
              path: /healthz
              port: 8084
`,
  'infra/k8s/ingress.yaml': text`
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: public
  annotations:
    cert-manager.io/cluster-issuer: letsencrypt
spec:
  rules:
    - host: track.harbour.example.com
      http:
        paths:
          - path: /api/parcels
            pathType: Prefix
            backend:
              service: { name: tracking, port: { number: 8082 } }
          - path: /api/refunds
            pathType: Prefix
            backend:
              service: { name: payments, port: { number: 8081 } }
`,
  'monitoring/alerts.yaml': text`
groups:
  - name: payments
    rules:
      - alert: PaymentCaptureFailing
        expr: sum(rate(captures_total{state="failed"}[5m])) / sum(rate(captures_total[5m])) > 0.05
        for: 10m
        labels:
          severity: critical
          service: payments
        annotations:
          summary: More than 5 % of the captures fail.
          runbook_url: https://git.example.com/harbour/harbour/blob/main/docs/runbooks/payment-capture-failing.md

      - alert: PaymentQueueBacklog
        expr: captures_pending > 300
        for: 20m
        labels:
          severity: warning
          service: payments
        annotations:
          summary: Captures wait longer than 20 minutes.
          runbook_url: https://git.example.com/harbour/harbour/blob/main/docs/runbooks/payments.md#queue-backlog

      - alert: LedgerMismatch
        expr: abs(ledger_imbalance) > 0
        labels:
          severity: critical
          service: payments
        annotations:
          summary: The two sides of the ledger differ.
          runbook_url: https://git.example.com/harbour/harbour/blob/main/docs/runbooks/payments.md#the-ledger-is-off

  - name: tracking
    rules:
      - alert: TrackingEventLag
        expr: tracking_event_lag > 5000
        for: 5m
        labels:
          severity: critical
          service: tracking
        annotations:
          summary: Scans arrive faster than they are applied.
          runbook_url: https://git.example.com/harbour/harbour/blob/main/docs/runbooks/tracking.md#event-lag

  - name: labels
    rules:
      - alert: LabelPrinterQueueFull
        expr: labels_queued > 400
        for: 15m
        labels:
          severity: critical
          service: labels
        annotations:
          summary: Labels are not printed.

  - name: notifications
    rules:
      - alert: NotificationsStuck
        expr: time() - notifications_last_sent_seconds > 1200
        for: 5m
        labels:
          severity: warning
          service: notifications
        annotations:
          summary: Nothing was sent for 20 minutes.
          runbook_url: https://git.example.com/harbour/harbour/blob/main/docs/runbooks/notifications-stuck.md
`,
  'monitoring/dashboards/payments.json': text`
{
  "title": "Payments",
  "uid": "payments",
  "panels": [
    { "title": "Captures by state", "type": "timeseries", "targets": [{ "expr": "sum by (state) (rate(captures_total[5m]))" }] },
    { "title": "Pending captures", "type": "stat", "targets": [{ "expr": "captures_pending" }] },
    { "title": "Ledger", "type": "stat", "targets": [{ "expr": "ledger_imbalance" }] }
  ]
}
`,
};
