import { innermostCommand } from './innermostCommand';

/**
 * What a command does to the system it is run on. `restarts`: it comes back by itself (a pod, a service), so that nothing
 * is to be undone; `changes`: something is different afterwards; `unknown` to us: neither is said.
 */
export type CommandEffect = 'reads' | 'changes' | 'restarts' | 'unknown';

interface Tool {
  readonly changes?: RegExp;
  readonly restarts?: RegExp;
  readonly reads?: RegExp;
}

const pods = '(?:pods?|po)(?:[/ ]|$)';
const cloudChange =
  '(?:create|delete|update|modify|put|terminate|attach|detach|associate|disassociate|revoke|authorize|remove|deregister|restore|resize|scale|upgrade|deploy|destroy|purge|promote|failover)';

// Each tells by what stands behind the name of the tool, options of the tool itself left out.
const tools: Readonly<Record<string, Tool>> = {
  kubectl: {
    restarts: new RegExp(`^(?:rollout restart|delete ${pods}|uncordon|adm uncordon)`),
    changes:
      /^(?:apply|create|replace|patch|edit|delete|scale|autoscale|set|drain|cordon|taint|adm (?:drain|cordon|taint|upgrade)|rollout (?:undo|pause|resume)|expose|run(?!.* (?:--rm|-it)\b))(?: |$)/,
    reads:
      /^(?:get|describe|logs?|top|wait|rollout (?:status|history)|diff|explain|events|cluster-info|version|auth can-i|adm top|status)(?: |$)/,
  },
  helm: {
    changes: /^(?:upgrade|install|uninstall|delete|rollback)(?: |$)/,
    reads: /^(?:list|ls|status|get|history|diff|template|lint|test)(?: |$)/,
  },
  terraform: {
    changes:
      /^(?:apply|destroy|import|taint|untaint|run-all apply|run-all destroy|run (?:--?[\w=-]* )*(?:apply|destroy)|state (?:rm|mv|push))(?: |$)/,
    reads: /^(?:plan|show|output|validate|state (?:list|show|pull))(?: |$)/,
  },
  skaffold: { changes: /^(?:run|deploy|apply|delete)(?: |$)/, reads: /^(?:render|diagnose|inspect)(?: |$)/ },
  pulumi: { changes: /^(?:up|destroy|import|state delete)(?: |$)/, reads: /^(?:preview|stack|logs)(?: |$)/ },
  aws: {
    restarts: /^\S+ reboot-/,
    changes: new RegExp(
      `^(?!ssm start-session|logs start-query|eks update-kubeconfig)(?:\\S+ (?:${cloudChange}|start|stop|run|set|register)-|s3 (?:rm|mv|rb|sync .*\\bs3://\\S+$)|ecs update-|deploy push)`,
    ),
    reads:
      /^(?:\S+ (?:describe|list|get|head|filter|lookup|wait)\b|s3 ls|logs (?:tail|start-query)|ssm start-session|configure )/,
  },
  gcloud: {
    restarts: /^.*\b(?:reset|restart)(?: |$)/,
    changes: new RegExp(
      `^(?!config |auth |init)(?:\\S+ ){1,4}(?:${cloudChange}|add-\\S+|remove-\\S+|set-\\S+|start|stop|patch|import)(?: |$)`,
    ),
    reads: /^(?:\S+ ){1,4}(?:describe|list|get-\S+|read)(?: |$)/,
  },
  az: {
    restarts: /^(?:\S+ ){1,4}restart(?: |$)/,
    changes: new RegExp(
      `^(?!account |login|configure)(?:\\S+ ){1,4}(?:${cloudChange}|start|stop|set|add|swap|import)(?: |$)`,
    ),
    reads: /^(?:\S+ ){1,4}(?:show|list|get-\S+|wait)(?: |$)/,
  },
  systemctl: {
    restarts: /^(?:restart|reload|start|try-restart|daemon-reload)/,
    changes: /^(?:stop|disable|enable|mask|unmask|isolate)/,
    reads: /^(?:status|is-|show|list|cat)/,
  },
  service: { restarts: /^\S+ (?:restart|reload|start)/, changes: /^\S+ stop/, reads: /^\S+ status/ },
  docker: {
    restarts: /^(?:restart|start|compose (?:restart|up|start|down(?!.* (?:-v|--volumes)\b)|stop))(?: |$)/,
    changes:
      /^(?:rm|rmi|stop|kill|(?:\S+ )?prune|volume rm|network rm|compose (?:down|rm)|stack (?:deploy|rm)|service (?:update|scale|rm|rollback)|swarm)(?: |$)/,
    reads: /^(?:ps|logs|inspect|stats|top|compose (?:ps|logs)|service (?:ls|ps|logs)|images)(?: |$)/,
  },
  'docker-compose': {
    restarts: /^(?:restart|up|start|stop|down(?!.* (?:-v|--volumes)\b))(?: |$)/,
    changes: /^(?:down|rm)(?: |$)/,
    reads: /^(?:ps|logs|top)(?: |$)/,
  },
  git: { changes: /^push .*(?:--force|-f\b|--delete|--mirror)/, reads: /^(?:status|log|diff|show)(?: |$)/ },
  'redis-cli': {
    changes:
      /\b(?:flushall|flushdb|del|set|expire|config set|failover|cluster (?:reset|forget|failover)|replicaof|slaveof|shutdown)\b/i,
    reads: /./,
  },
  etcdctl: {
    changes: /\b(?:member (?:remove|add|update)|del|put|snapshot restore|defrag|alarm disarm|move-leader)\b/,
    reads: /\b(?:member list|endpoint|get|alarm list|check)\b/,
  },
  eksctl: {
    changes: /^(?:create|delete|upgrade|scale|drain|update|set|replace)(?: |$)/,
    reads: /^(?:get|utils describe)/,
  },
  kops: { changes: /^(?:delete|replace|create|edit|.*--yes)/, reads: /^(?:get|validate)/ },
  argocd: {
    changes: /^app (?:sync|delete|rollback|set|terminate-op)/,
    reads: /^app (?:get|list|diff|history|wait|logs)/,
  },
  flux: {
    changes: /^(?:suspend|resume|delete|bootstrap|uninstall)(?: |$)/,
    restarts: /^reconcile/,
    reads: /^(?:get|logs|events|check|tree)(?: |$)/,
  },
  heroku: {
    restarts: /^(?:ps:restart|restart|dyno:restart)/,
    changes:
      /^(?:ps:scale|config:(?:set|unset)|releases:rollback|rollback|pg:(?:reset|promote|restore|backups:restore|copy)|maintenance:|apps:destroy|addons:(?:create|destroy))/,
    reads: /^(?:ps|logs|releases|config|pg:info|status)(?: |$)/,
  },
  cf: {
    restarts: /^(?:restart|restage|start)(?: |$)/,
    changes:
      /^(?:push|delete\S*|scale|stop|set-env|unset-env|map-route|unmap-route|bind-\S+|unbind-\S+|create-\S+|update-\S+)(?: |$)/,
    reads: /^(?:apps?|logs|events|services?|env)(?: |$)/,
  },
  vault: {
    changes:
      /^(?:write|delete|kv (?:put|patch|delete|destroy|rollback)|operator (?:init|rekey|rotate|raft remove-peer|step-down|seal)|policy write|secrets (?:enable|disable)|lease revoke)(?: |$)/,
    reads: /^(?:read|status|list|kv get|operator raft list-peers)(?: |$)/,
  },
  rabbitmqctl: {
    restarts: /^start_app/,
    changes: /^(?:stop_app|reset|force_reset|purge_queue|delete_\S+|forget_cluster_node|set_\S+|change_password)/,
    reads: /^(?:list_\S+|status|cluster_status|node_health_check)/,
  },
  'ansible-playbook': { reads: /(?:^| )(?:--check|-C|--list-\S+|--syntax-check)(?: |$)/, changes: /./ },
  curl: { changes: /(?:^| )(?:-X ?|--request[= ])(?:PUT|DELETE|PATCH)\b/, reads: /^(?!.*(?:-X ?|--request[= ])POST)./ },
  ceph: {
    changes:
      /^(?:osd (?:out|in|rm|purge|destroy|set|unset|crush|reweight|pool (?:delete|set|create))|config (?:set|rm)|fs (?:fail|rm)|mgr fail|mon remove)/,
    reads: /^(?:status|-s|health|df|osd (?:tree|status|df|dump)|crash ls|pg )/,
  },
};

const aliases: Readonly<Record<string, string>> = {
  oc: 'kubectl',
  k: 'kubectl',
  tofu: 'terraform',
  terragrunt: 'terraform',
  podman: 'docker',
  nerdctl: 'docker',
  valkey: 'redis-cli',
};

const reading =
  /^(?:dig|nslookup|host|ping|nc|telnet|ss|netstat|df|du|ps|top|htop|free|uptime|tail|head|cat|less|grep|rg|journalctl|dmesg|tcpdump|wget|lsof|iostat|vmstat|traceroute|openssl|nmap|stat|ls|pg_isready|promtool|amtool|stern|k9s|jq|http|nodetool|dmidecode|lsblk|sha256sum|md5sum)$/;
const changing =
  /^(?:mkfs(?:\.\w+)?|dd|shred|wipefs|fdisk|parted|lvextend|lvremove|lvcreate|resize2fs|xfs_growfs|dropdb|createdb|pg_restore|userdel|useradd|usermod|visudo|dropuser|createuser|fail2ban-client)$/;
const restarting = /^(?:reboot|kill|pkill|killall|supervisorctl)$/;
const sqlClient = /^(?:psql|mysql|mariadb|sqlite3|cqlsh|clickhouse-client|cockroach|usql)$/;

const sqlChange =
  /^\s*(?:update\s+\S+\s+set|delete\s+from|drop\s+(?:table|database|index|schema|user|role|view|keyspace)|truncate\s|alter\s+(?:table|system|user|role|database)|insert\s+into|create\s+(?:table|(?:unique\s+)?index|user|role|database)|grant\s|revoke\s|reindex\s)/i;
const sqlRead = /^\s*(?:select|show|explain|describe|\\[dlx])/i;

/** What one statement of SQL does. */
export function sqlEffect(statement: string): CommandEffect {
  if (sqlChange.test(statement)) return 'changes';
  return sqlRead.test(statement) ? 'reads' : 'unknown';
}

const globalOption = /^--?[A-Za-z][\w-]*(?:=.*)?$/;
const withValue =
  /^(?:-n|--namespace|--context|--kubeconfig|-f|--profile|--region|--project|-p|--cluster|--as|-H|-h|-u|-a|--kube-context|-C|-chdir)$/;

/** `-n shop get pods` → `get pods`: options of the tool before its verb say nothing about the effect. */
function withoutOptions(words: readonly string[]): readonly string[] {
  let at = 0;
  while (at < words.length && globalOption.test(words[at] ?? '')) at += withValue.test(words[at] ?? '') ? 2 : 1;
  return words.slice(at);
}

/** What a command does, told by the tool and its verb only. Dry runs and help read. */
export function commandEffect(words: readonly string[]): CommandEffect {
  const [first = '', ...rest] = innermostCommand(words);
  const name = first.slice(first.lastIndexOf('/') + 1);
  if (rest.some(word => /^(?:--dry-run(?:=(?!none).*)?|--help|--version)$/.test(word))) return 'reads';
  if (name === 'rm') return rest.some(word => /^\/(?!tmp\/|usr\/local\/bin\/)./.test(word)) ? 'changes' : 'unknown';
  if (sqlClient.test(name)) {
    const at = rest.findIndex(word => /^(?:-c|-e|--command|--execute|-q|--query)$/.test(word));
    return sqlEffect((at >= 0 ? rest[at + 1] : rest.find(word => /\s/.test(word))) ?? '');
  }
  if (reading.test(name)) return 'reads';
  if (changing.test(name)) return 'changes';
  if (restarting.test(name)) return 'restarts';
  const tool = Object.hasOwn(tools, aliases[name] ?? name) ? tools[aliases[name] ?? name] : undefined;
  if (tool === undefined) return 'unknown';
  const behind = (name === 'curl' || name === 'ansible-playbook' ? rest : withoutOptions(rest))
    .join(' ')
    .slice(0, 1000);
  if (name === 'ansible-playbook' && tool.reads?.test(behind)) return 'reads';
  if (tool.restarts?.test(behind)) return 'restarts';
  if (tool.changes?.test(behind)) return 'changes';
  return tool.reads?.test(behind) ? 'reads' : 'unknown';
}

const remote =
  'kubectl helm terraform skaffold pulumi aws gcloud az eksctl kops argocd flux heroku cf vault ansible-playbook'.split(
    ' ',
  );

/** Tools whose changes are not on the machine where they are typed, by every name they go by. */
export const remoteTools: readonly string[] = [
  ...remote,
  ...Object.entries(aliases).flatMap(([alias, tool]) => (remote.includes(tool) ? [alias] : [])),
];

/** Whether a command changes what is not on the machine where it is typed: a cluster, an account in a cloud, other machines. */
export function changesElsewhere(words: readonly string[]): boolean {
  const [first = ''] = innermostCommand(words);
  const name = first.slice(first.lastIndexOf('/') + 1);
  return remoteTools.includes(name) && commandEffect(words) === 'changes';
}

/**
 * A command to be named in a sentence: `kubectl apply`, `aws iam delete-user`, `GRANT` of a statement. Never more, since what
 * follows may be secret.
 */
export function commandName(words: readonly string[]): string {
  const [first = '', ...rest] = innermostCommand(words);
  const [tool = ''] = first.trim().split(/\s/, 1);
  const name = tool.slice(tool.lastIndexOf('/') + 1);
  const verbs = withoutOptions(rest).slice(0, /^(?:aws|az|gcloud)$/.test(name) ? 2 : 1);
  return [name, ...verbs.filter(verb => /^[a-z][a-z0-9:-]*$/.test(verb))].join(' ').slice(0, 60);
}

/** Whether a word is the name of a command line tool that runbooks use; tells shell from other text. */
export function isKnownTool(word: string): boolean {
  const name = aliases[word] ?? word;
  return Object.hasOwn(tools, name) || sqlClient.test(name) || changing.test(name) || commonTool.test(name);
}

const commonTool =
  /^(?:sudo|ssh|scp|rsync|make|npm|npx|yarn|pnpm|bundle|rake|rails|python3?|pip|bash|sh|export|cd|source|dig|nslookup|journalctl|tail|grep|openssl|gh|glab|jq|yq|nodetool|promtool|amtool|kubectx|kubens|kustomize|tkn|velero|mongo|mongosh|rm|cp|mv|mkdir|chmod|chown|apt(?:-get)?|yum|dnf|brew|crictl|nerdctl|fly|flyctl|wget)$/;
