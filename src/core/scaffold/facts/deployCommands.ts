/** A command line that brings a change to where it runs, or publishes it. */
export const deploys =
  /(?:\bkubectl\s+(?:[\w-]+\s+)*?(?:apply|set|rollout|create|replace)(?=\s|$)|\bhelm\s+(?:upgrade|install|rollback)\b|\bhelmfile\b|\b(?:terra(?:form|grunt)|tofu)\s+(?:[\w=-]+\s+)*?apply\b|\bpulumi\s+up\b|\bcdk\s+deploy\b|\bserverless\s+deploy\b|\bsls\s+deploy\b|\bgcloud\s+(?:run|app|functions)\s+deploy\b|\baws\s+(?:ecs\s+update-service|lambda\s+update-function-code|s3\s+sync|deploy)\b|\baz\s+(?:webapp|functionapp|containerapp)\b|\bfly(?:ctl)?\s+deploy\b|\bheroku\b|\bcf\s+push\b|\bansible-playbook\b|\bcap\s+\S+\s+deploy\b|\bskaffold\s+(?:run|deploy)\b|\bargocd\s+app\b|\bnpm\s+publish\b|\bcargo\s+publish\b|\btwine\s+upload\b|\bgem\s+push\b|\bdocker\s+(?:compose\s+up|stack\s+deploy|push)\b|\bvercel\s+deploy\b|\b(?:make|rake|yarn|npm\s+run|pnpm)\s+[\w:-]*(?:deploy|release)[\w:-]*|(?:^|[\s/])[\w./-]*deploy[\w-]*\.(?:sh|py|rb)\b)/i;
// To look for what is to be brought brings nothing.
const looking = /^(?:find|get|list|check|detect|determine|generate|validate|verify|wait|plan)\b/i;
const named = /\b(?:deploy(?:s|ed|ing|ment)?|release|publish|roll-?out|promote|rollback)\b/i;

/** Whether a name of a job, a workflow or a file says that it brings a change somewhere. */
export const isDeployName = (name: string): boolean => named.test(name) && !looking.test(name) && !isNotice(name);

/** Whether a name of a job says that it only tells about it. */
export const isNotice = (name: string): boolean =>
  /slack|notif|announc|annouc|(?:^|[-_ ])(?:msg|messages?|comment)(?:$|[-_ ])/i.test(name);
