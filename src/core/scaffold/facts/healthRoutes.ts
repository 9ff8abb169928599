import type { Fact } from '../fact';
import { shown } from '../redact';

const healthPath =
  /^\^?\/?(?:[\w.-]+\/){0,4}_{0,2}(?:(?:lb)?heartbeat|health|health[-_]?checks?|healthz|livez?|liveness|readyz?|readiness|startupz|ping(?:pong)?|alive)_{0,2}(?:\/(?:elb|json|live|ready))?\/?\$?$/i;

/** Whether a route is there to tell how the program is: `/healthz`, `/__heartbeat__`. */
export function isHealthPath(route: string): boolean {
  return route.length < 120 && healthPath.test(route);
}

// A route is declared on a router, by a decorator, in a list of routes or in a server's configuration; what is only
// asked for (`axios.get('/health')`) is no route of this program.
const declared =
  /^\s*@|(?:^|[^\w.])(?:app|_?router|server|api|mux|r|e|g|engine|routes?|web|fastify|hono|blueprint|bp|group|endpoints?|builder|srv|Route|http|config|endpointRouteBuilder)(?:\.|::|->)(?:get|head|any|all|route|use|Handle(?:Func)?|GET|HEAD|Map(?:Get|HealthChecks)?|add_(?:api_)?route|add_url_rule|Methods|Path)\s*\(|(?:^|[^\w.])(?:re_path|path|url|get|route|web\.get|Mount|Rule)\s*\(|['"]?(?:path|url|route|pattern)['"]?\s*[:=]|\blocation\s/;
const asked = /\b(?:axios|fetch|requests?|httpx|client|http\.Get|http\.get|curl|wget|urlopen|assert\w*|expect|test)\b/;

const routes = /(["'`])([^"'`\s]{1,120})\1|\blocation\s+(?:[=~^*]+\s+)?(\/[^\s{]{0,120})/g;

/** Routes for health that a file of code or a server's configuration declares, each once; comments are left out. */
export function healthRouteFacts(path: string, text: string): readonly Fact[] {
  const found = new Map<string, Fact>();
  for (const [index, raw] of text.split('\n').slice(0, 10_000).entries()) {
    const line = raw.slice(0, 500);
    if (!/health|heartbeat|live|ready|readiness|ping|alive/i.test(line) || /^\s*(?:\/\/|#|\*|\/\*|--)/.test(line))
      continue;
    if (!declared.test(line) || asked.test(line)) continue;
    // Only the lists of routes that Django has leave the first `/` out.
    const listed = /^\s*(?:re_)?path\s*\(/.test(line);
    for (const [, , quoted = '', bare = ''] of line.matchAll(routes)) {
      const route = quoted === '' ? bare : quoted;
      if (isHealthPath(route) && (listed || /^\^?\//.test(route)) && !found.has(route))
        found.set(route, { kind: 'healthRoute', name: route, value: shown(route), path, line: index + 1 });
      if (listed) break;
    }
  }
  return [...found.values()].slice(0, 6);
}
