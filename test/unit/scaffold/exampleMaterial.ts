// biome-ignore-all lint/suspicious/noTemplateCurlyInString: compose and shells write variables that way
import type { Alert } from '../../../src/core/runbooks/alerts/alert';
import { alertsOfFile } from '../../../src/core/runbooks/alerts/readAlerts';
import type { Fact } from '../../../src/core/scaffold/fact';
import type { StubMaterial } from '../../../src/core/scaffold/stubMaterial';

/** A fact of `compose.yaml`. */
export const exampleFact = (
  kind: Fact['kind'],
  name: string,
  value: string,
  line: number,
  more: Partial<Fact> = {},
): Fact => ({
  kind,
  name,
  value,
  path: 'compose.yaml',
  line,
  ...more,
});

/** A service that nothing is known of. */
export const emptyMaterial: StubMaterial = {
  component: { id: 'src/cart', name: 'cart', kind: 'service', paths: ['src/cart/**'] },
  type: 'service',
  facts: [],
  owners: [],
  backup: null,
  repairs: [],
  general: [],
  known: new Set(),
  runbooks: [],
  paths: [],
  page: null,
  today: '2026-03-04',
};

/** One of which something of everything is known. */
export const fullMaterial: StubMaterial = {
  ...emptyMaterial,
  facts: [
    exampleFact('composeService', 'cart', 'cart', 5, { command: 'docker compose cart' }),
    exampleFact('kubernetes', 'deployment/cart', 'Deployment cart', 4, {
      path: 'k8s/cart.yaml',
      command: 'kubectl --namespace shop deployment/cart',
    }),
    exampleFact('target', 'deploy', '', 9, { path: 'Makefile', command: 'make deploy', wide: true }),
    exampleFact('target', 'stop', '', 7, { path: 'Makefile', command: 'make stop', removes: 'data' }),
    exampleFact('deploy', 'release', 'helm upgrade --install cart ./chart', 20, { path: '.github/workflows/a.yml' }),
    exampleFact('image', 'cart', 'shop/cart:1', 6),
    exampleFact('port', '${CART_PORT}', '${CART_PORT}', 8),
    exampleFact('environment', 'CART_PORT', 'CART_PORT', 2, { path: '.env' }),
    exampleFact('secret', 'cart-db', 'cart-db', 3),
    exampleFact('dependency', 'redis', 'redis', 10, { how: 'healthy' }),
    exampleFact('dependent', 'cart', 'web', 11),
  ],
  owners: [{ name: 'Ann' }],
  backup: { name: 'Bo', reasons: ['touched it 3 times'] },
  repairs: [{ sha: 'abcdef0123456789', date: 1_750_000_000, subject: 'Revert "x"' }],
  runbooks: [{ path: 'docs/runbooks/keys.md', title: 'Keys' }],
};

/** An alert of `rules.yaml`. */
export const exampleAlert: Alert = alertsOfFile(
  'rules.yaml',
  'rules:\n- alert: CartDown\n  expr: up{job="cart"} == 0\n  labels: {severity: critical}\n  annotations:\n    summary: The cart is down\n',
)[0] as Alert;
