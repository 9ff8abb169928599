// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Terraform writes variables that way
import assert from 'node:assert/strict';
import { derivedFor } from '../../../src/core/scaffold/actions';
import { collectFacts } from '../../../src/core/scaffold/collect';
import type { Fact } from '../../../src/core/scaffold/fact';

function told(
  name: string,
  files: Readonly<Record<string, string>>,
  ...kinds: readonly Fact['kind'][]
): readonly string[] {
  const component = { id: name, name, paths: [`${name}/**`] };
  return collectFacts(component, { paths: Object.keys(files).sort(), texts: new Map(Object.entries(files)) })
    .filter(({ kind }) => kinds.includes(kind))
    .map(
      ({ kind, name: called, value, keptIn, wide, path, line }) =>
        `${kind} ${called} | ${value}${keptIn === undefined ? '' : ` (${keptIn})`}${wide === true ? ' (wide)' : ''} ${path}:${line}`,
    );
}

describe('What Terraform runs by the clock', () => {
  const rules = `resource "aws_cloudwatch_event_rule" "nightly" {
  description         = "Empties old carts"
  schedule_expression = "cron(0 3 * * ? *)"
}
resource "aws_cloudwatch_event_rule" "other" {
  schedule_expression = "rate(1 day)"
}
`;
  const target = (rule: string, arn: string): string =>
    `resource "aws_cloudwatch_event_target" "${rule}" {\n  rule = aws_cloudwatch_event_rule.${rule}.name\n  arn  = ${arn}\n}\n`;

  it('is of the component whose resource or module it starts, whatever the rule is called', () => {
    const files = {
      'infra/cart.tf': 'module "cart" {\n  source = "./lambda"\n}\n',
      'infra/rules.tf': `${rules}${target('nightly', 'one(module.cart[*].function.arn)')}${target('other', 'module.pay.arn')}# module.cart\n`,
    };
    assert.deepEqual(told('cart', files, 'schedule'), [
      'schedule nightly | cron(0 3 * * ? *) infra/rules.tf:3',
      'schedule nightly | Empties old carts infra/rules.tf:2',
    ]);
    assert.deepEqual(told('pay', { ...files, 'infra/pay.tf': 'module "pay" {\n}\n' }, 'schedule'), [
      'schedule other | rate(1 day) infra/rules.tf:6',
    ]);
  });

  it('is of a service called by a common word where what it starts is named for that service with a word more', () => {
    const files = {
      'infra/api.tf': 'resource "aws_ecs_task_definition" "api" {\n}\n',
      'infra/cron.tf': `resource "aws_ecs_task_definition" "api_cron" {\n}\n${rules}${target('nightly', 'aws_ecs_task_definition.api_cron.arn')}`,
    };
    assert.deepEqual(told('service-api', files, 'schedule'), [
      'schedule nightly | cron(0 3 * * ? *) infra/cron.tf:5',
      'schedule nightly | Empties old carts infra/cron.tf:4',
    ]);
  });
});

describe('What Terraform watches with', () => {
  const files = {
    'infra/cart.tf': 'resource "aws_sqs_queue" "cart" {\n}\n',
    'infra/watch.tf': `resource "aws_cloudwatch_metric_alarm" "too_many" {
  alarm_description = "Too many wait"
  dimensions = {
    QueueName = aws_sqs_queue.cart.name
  }
}
resource "aws_cloudwatch_metric_alarm" "other" {
}
resource "aws_cloudwatch_dashboard" "main" {
  dashboard_name = "\${var.environment}-shop-\${var.region}"
}
`,
  };

  it('is of the component whose resource it looks at', () => {
    assert.deepEqual(told('cart', files, 'alert'), ['alert too_many | Too many wait infra/watch.tf:1']);
  });

  it('may show what is set up beside it', () => {
    assert.deepEqual(told('cart', files, 'dashboard'), [
      'dashboard shop | may show it: it is set up beside it (wide) infra/watch.tf:10',
    ]);
    assert.deepEqual(told('pay', files, 'dashboard', 'alert'), []);
  });
});

describe('What a task of ECS is given', () => {
  const containers = `locals {
  app = jsonencode({
    healthCheck = {
      command = ["CMD", "check", "--fast"]
    }
    secrets = [
      { name = "DB_PASSWORD", valueFrom = "/aws/reference/secretsmanager/\${data.aws_secretsmanager_secret.db.name}" },
      { name = "MAIL_KEY", valueFrom = aws_ssm_parameter.mail.arn }
    ],
    environment = [
      { name = "MODE", value = "fast" },
      { name = "API_TOKEN", value = var.token },
      { name = "TOKEN_GENERATION", value = var.live ? "random" : "hash" }
    ]
  })
}
`;
  const task = (label: string): string => `resource "aws_ecs_task_definition" "${label}" {\n}\n`;

  it('are its variables and secrets, by name, with where these are kept, and its health check', () => {
    assert.deepEqual(
      told('cart', { 'infra/cart.tf': containers + task('cart') }, 'secret', 'environment', 'healthcheck'),
      [
        'healthcheck task | check --fast infra/cart.tf:4',
        'secret DB_PASSWORD | DB_PASSWORD (AWS Secrets Manager) infra/cart.tf:7',
        'secret MAIL_KEY | MAIL_KEY (AWS Systems Manager) infra/cart.tf:8',
        'environment MODE | MODE infra/cart.tf:11',
        'secret API_TOKEN | API_TOKEN infra/cart.tf:12',
        'environment TOKEN_GENERATION | TOKEN_GENERATION infra/cart.tf:13',
      ],
    );
  });

  it('are read over several lines, in any order, and out of what functions are handed, not of other lists', () => {
    const text = `locals {
  alarm = [
    { name = "ClusterName", value = "shop" }
  ]
  cart = jsonencode({
    environment = concat([
      {
        name  = "MODE"
        value = "fast"
      },
      { value = var.a["x"], name = "A" }, { name = "B", value = "b" },
      # { name = "OLD", value = "x" },
    ], local.others)
    "secrets": [
      { "name": "PIN", "valueFrom": "arn:assessment:pin" }
    ]
    tags = [{ name = "TEAM", value = "carts" }]
  })
}
`;
    for (const lineEnd of ['\n', '\r\n']) {
      const written = (text + task('cart')).replaceAll('\n', lineEnd);
      assert.deepEqual(told('cart', { 'infra/cart.tf': written }, 'secret', 'environment'), [
        'environment MODE | MODE infra/cart.tf:8',
        'environment A | A infra/cart.tf:11',
        'environment B | B infra/cart.tf:11',
        'secret PIN | PIN infra/cart.tf:15',
      ]);
    }
  });

  it('are not told where the file sets up another task, too', () => {
    const both = containers + task('cart') + task('pay');
    assert.deepEqual(told('cart', { 'infra/cart.tf': both }, 'secret', 'environment', 'healthcheck'), []);
  });
});

describe('Services on ECS', () => {
  const cluster = 'resource "aws_ecs_cluster" "main" {\n  name = "${var.environment_name}-shop"\n}\n';
  const logs = 'resource "aws_cloudwatch_log_group" "app" {\n  name = "/shop/${terraform.workspace}/app"\n}\n';
  const service = (...lines: readonly string[]): string =>
    `resource "aws_ecs_service" "cart" {\n  name = "cart"\n${lines.map(line => `  ${line}\n`).join('')}}\n`;
  const task = `resource "aws_ecs_task_definition" "cart" {
}
locals {
  options = { "awslogs-group" = aws_cloudwatch_log_group.app.name }
  cart = jsonencode({
      logConfiguration = {
        awslogs-group = aws_cloudwatch_log_group.app.name,
      }
      environment = [
        { name = "DB_HOST", value = module.database.endpoint },
        { name = "JOBS_URL", value = "\${aws_sqs_queue.jobs.url}" },
        { name = "JOBS_TABLE", value = aws_dynamodb_table.jobs.name },
        { name = "OTHER_HOST", value = data.aws_x.other.host }
      ]
  })
}
`;
  const commands = (files: Readonly<Record<string, string>>): readonly string[] => {
    const component = { id: 'src/cart', name: 'cart', paths: ['src/cart/**'] };
    const facts = collectFacts(component, { paths: Object.keys(files).sort(), texts: new Map(Object.entries(files)) });
    return (['status', 'logs', 'restart'] as const).flatMap(action =>
      derivedFor(action, facts).map(({ command, fact }) => `${command} | ${fact.path}:${fact.line}`),
    );
  };

  it('are looked at and deployed anew by the names of service and cluster, as far as these are stated', () => {
    const main = service('cluster = aws_ecs_cluster.main.id');
    assert.deepEqual(commands({ 'infra/main.tf': cluster + logs, 'infra/cart.tf': main + task }), [
      "aws ecs describe-services --cluster '<environment_name>-shop' --services cart | infra/cart.tf:2",
      "aws logs tail '/shop/<workspace>/app' --since 1h | infra/main.tf:5",
      "aws ecs update-service --cluster '<environment_name>-shop' --service cart --force-new-deployment | infra/cart.tf:2",
    ]);
  });

  it('get no command where the cluster is given from outside', () => {
    for (const given of ['var.cluster', '"${var.cluster}"', 'aws_ecs_cluster.elsewhere.id'])
      assert.deepEqual(commands({ 'infra/main.tf': cluster, 'infra/cart.tf': service(`cluster = ${given}`) }), []);
  });

  it('are not deployed anew where something else replaces their tasks', () => {
    const replaced = ['deployment_controller {', '  type = "CODE_DEPLOY"', '}'];
    const [state, ...others] = commands({ 'infra/cart.tf': service('cluster = "shop"', ...replaced) });
    assert.equal(state, 'aws ecs describe-services --cluster shop --services cart | infra/cart.tf:2');
    assert.deepEqual(others, []);
  });

  it('need what is set up beside them where a variable has its address', () => {
    const files = { 'infra/cart.tf': task };
    assert.deepEqual(told('cart', files, 'dependency'), [
      'dependency module.database | module.database infra/cart.tf:10',
      'dependency aws_sqs_queue.jobs | aws_sqs_queue.jobs infra/cart.tf:11',
    ]);
  });
});

describe('Functions of Lambda', () => {
  const lambda = (label: string, ...lines: readonly string[]): string =>
    `resource "aws_lambda_function" "${label}" {\n  function_name = "shop-${label}"\n${lines.map(line => `  ${line}\n`).join('')}}\n`;
  const given = [
    'environment {',
    '  variables = {',
    '    MODE = "fast"',
    '    API_TOKEN = var.token',
    '    JOBS_URL = aws_sqs_queue.jobs.url',
    '  }',
    '}',
  ];

  it('are told with the log group that they write to and the variables that they are given', () => {
    const files = { 'infra/cart.tf': lambda('cart', ...given) };
    assert.deepEqual(told('cart', files, 'lambda', 'logGroup', 'environment', 'secret', 'dependency'), [
      'environment MODE | MODE infra/cart.tf:5',
      'secret API_TOKEN | API_TOKEN infra/cart.tf:6',
      'environment JOBS_URL | JOBS_URL infra/cart.tf:7',
      'dependency aws_sqs_queue.jobs | aws_sqs_queue.jobs infra/cart.tf:7',
      'lambda shop-cart | shop-cart infra/cart.tf:2',
      'logGroup /aws/lambda/shop-cart | /aws/lambda/shop-cart infra/cart.tf:2',
    ]);
    const named = lambda('cart', 'logging_config {', '  log_group = "/old/name"', '}');
    assert.deepEqual(told('cart', { 'infra/cart.tf': named }, 'logGroup'), [
      'logGroup /old/name | /old/name infra/cart.tf:4',
    ]);
  });

  it('are those of a neighbour whose name goes on where its own ends', () => {
    const files = {
      'infra/a.tf': lambda('cart') + lambda('cart_jobs_old'),
      'infra/rules.tf':
        'resource "aws_cloudwatch_event_rule" "cart_trigger" {\n  schedule_expression = "rate(1 day)"\n}\nresource "aws_cloudwatch_event_target" "cart_trigger" {\n  rule = aws_cloudwatch_event_rule.cart_trigger.name\n  arn  = aws_lambda_function.cart_jobs_old.arn\n}\n',
      'src/cart/main.py': '',
      'src/cart-jobs/main.py': '',
    };
    const of = (id: string): readonly string[] =>
      collectFacts(
        { id, name: id.slice(4), paths: [`${id}/**`] },
        { paths: Object.keys(files).sort(), texts: new Map(Object.entries(files)) },
      )
        .filter(({ kind }) => kind === 'lambda' || kind === 'schedule')
        .map(({ name }) => name);
    assert.deepEqual(of('src/cart'), ['shop-cart']);
    assert.deepEqual(of('src/cart-jobs'), ['shop-cart_jobs_old', 'cart_trigger']);
  });
});

describe('What carries the name of a folder of Terraform', () => {
  it('is that of the other folder which sets it up', () => {
    const files = {
      'infra/rds/main.tf': 'resource "aws_rds_cluster" "main" {\n}\n',
      'infra/net/main.tf': 'resource "aws_vpc_endpoint" "rds" {\n}\n',
    };
    const paths = Object.keys(files);
    const facts = collectFacts(
      { id: 'infra/rds', name: 'rds', paths: ['infra/rds/**'] },
      { paths, texts: new Map(Object.entries(files)) },
    );
    assert.deepEqual(
      facts.map(({ name }) => name),
      ['aws_rds_cluster.main'],
    );
  });
});

describe('What Terragrunt applies', () => {
  const files = {
    'infra/rds/main.tf': 'resource "aws_rds_cluster" "main" {\n}\n',
    'live/prod/rds/terragrunt.hcl':
      'terraform {\n  source = "../../../infra//rds"\n}\ndependency "network" {\n  config_path = "../network"\n}\n',
    'live/prod/network/terragrunt.hcl': 'terraform {\n  source = "../../../infra//network"\n}\n',
    '.github/workflows/apply.yml':
      'name: Apply\non: push\njobs:\n  apply:\n    steps:\n      - working-directory: live/prod/network\n        run: terragrunt run --non-interactive -- apply\n      - working-directory: live/prod/rds\n        run: terragrunt run --non-interactive -- apply\n  notify-on-error:\n    steps:\n      - run: |\n          json=\'{"text": "Terraform apply failed"}\'\n',
    '.github/workflows/other.yml': '',
  };
  const component = { id: 'infra/rds', name: 'rds', paths: ['infra/rds/**'] };
  const facts = collectFacts(component, { paths: Object.keys(files).sort(), texts: new Map(Object.entries(files)) });

  it('is told with what has to be applied before, and how to see what would change', () => {
    assert.deepEqual(
      facts
        .filter(({ path }) => path.endsWith('.hcl'))
        .map(({ kind, value, line, command = '' }) => `${kind} ${value} ${line} ${command}`),
      [
        'infrastructure live/prod/rds applies infra/rds 2 (cd live/prod/rds && terragrunt plan)',
        'dependency live/prod/network 5 ',
      ],
    );
  });

  it('is brought by the steps of a workflow that run in its folder, not by those of others or by what is only said', () => {
    assert.deepEqual(
      facts.filter(({ kind }) => kind === 'deploy').map(({ value, line, removes }) => `${value} ${line} ${removes}`),
      ['terragrunt run --non-interactive -- apply (in live/prod/rds) 9 elsewhere'],
    );
  });
});
