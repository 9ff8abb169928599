import assert from 'node:assert/strict';
import { namesAgent, signsWithAgent, withoutAgent } from '../../../src/core/people/agents';
import { type Actor, actorOf } from '../../../src/core/people/automation';

function assertAll(expected: Actor, signatures: readonly (readonly [name: string, email: string])[]): void {
  for (const [name, email] of signatures) {
    assert.equal(actorOf({ name, email }), expected, `${name} <${email}>`);
  }
}

describe('who is behind a signature', () => {
  it('is a bot where the host, a service or the name says so', () => {
    assertAll('bot', [
      ['dependabot[bot]', '49699333+dependabot[bot]@users.noreply.github.com'],
      ['dependabot', 'x@example.com'],
      ['Dependabot Preview', 'support@dependabot.com'],
      ['Renovate Bot', 'bot@renovateapp.com'],
      ['github-actions[bot]', 'github-actions[bot]@users.noreply.github.com'],
      ['GitHub', 'noreply@github.com'],
      ['k8s-ci-robot', 'k8s-ci-robot@users.noreply.github.com'],
      ['Kubernetes Prow Robot', 'k8s.ci.robot@gmail.com'],
      ['ReleaseBot', 'release@example.com'],
      ['Acme MergeBot', 'merge@example.com'],
      ['stalebot', 'stale@example.com'],
      ['Rustbot', 'rust@example.com'],
      ['deploy-bot', 'deploy@example.com'],
      ['Jenkins', 'jenkins@example.com'],
      ['Travis CI', 'builds@travis-ci.org'],
      ['Build', 'ci@example.com'],
      ['project_123_bot', 'project_123_bot_0f3c@noreply.gitlab.example.com'],
      ['Deploy token', 'group_77_bot@noreply.gitlab.com'],
      ['Nightly', 'service_account_group_12_ab@noreply.gitlab.com'],
      ['bitbucket-pipelines', 'commits-noreply@bitbucket.org'],
      ['Copybara-Service', 'copybara-worker@google.com'],
      ['Roller', 'skia-autoroll@skia-public.iam.gserviceaccount.com'],
      ['Chromium LUCI CQ', 'cq@example.com'],
      ['Apache Jenkins', 'builds@apache.example'],
      ['Jenkins CI', 'x@example.com'],
      ['Project Collection Build Service (acme)', ''],
      ['Hosted Weblate', 'hosted@weblate.org'],
      ['translatewiki.net', 'l10n-bot@translatewiki.net'],
      ['Crowdin Bot', 'support+bot@crowdin.com'],
      ['actions-user', 'action@github.com'],
      ['pytorchmergebot', 'x@example.com'],
      ['svc-deploy', 'svc-deploy@corp.example'],
      ['openshift-merge-robot', 'x@example.com'],
      ['Node.js GitHub Bot', 'github-bot@iojs.example'],
      ['Release Robot (prod)', 'x@example.com'],
      ['gcf-owl-bot[bot]', '78513119+gcf-owl-bot[bot]@users.noreply.github.com'],
    ]);
  });

  it('is an agent where an AI tool signs as itself', () => {
    assertAll('agent', [
      ['Claude', 'noreply@anthropic.com'],
      ['Claude Opus 4.1', 'someone@example.com'],
      ['Copilot', '198982749+Copilot@users.noreply.github.com'],
      ['copilot-swe-agent[bot]', '198982749+copilot-swe-agent[bot]@users.noreply.github.com'],
      ['Cursor Agent', 'cursoragent@cursor.com'],
      ['devin-ai-integration[bot]', '158243242+devin-ai-integration[bot]@users.noreply.github.com'],
      ['google-labs-jules[bot]', '161369871+google-labs-jules[bot]@users.noreply.github.com'],
      ['Amp', 'amp@ampcode.com'],
      ['aider (gpt-4o)', 'noreply@aider.chat'],
      ['openhands', 'openhands@all-hands.dev'],
      ['Claude Sonnet 4.5 (1M context)', 'noreply@anthropic.com'],
      ['claude[bot]', '209825114+claude[bot]@users.noreply.github.com'],
      ['Copilot Autofix', 'x@example.com'],
      ['GitHub Copilot', 'noreply@github.com'],
      ['Cursor', 'noreply@cursor.com'],
      ['Cursor', 'cursoragent@cursor.com'],
      ['Codex', 'codex@openai.com'],
      ['chatgpt-codex-connector[bot]', '199175422+chatgpt-codex-connector[bot]@users.noreply.github.com'],
      ['GPT-5.2', 'noreply@openai.com'],
      ['Devin AI', 'x@example.com'],
      ['Gemini', 'noreply@google.com'],
      ['Gemini CLI', 'gemini-cli@google.com'],
      ['gemini-code-assist[bot]', '176961590+gemini-code-assist[bot]@users.noreply.github.com'],
      ['Windsurf', 'noreply@windsurf.com'],
      ['Amp', 'noreply@ampcode.com'],
      ['amazon-q-developer[bot]', '208079219+amazon-q-developer[bot]@users.noreply.github.com'],
      ['factory-droid[bot]', '138933559+factory-droid[bot]@users.noreply.github.com'],
      ['Qwen-Coder', 'qwen-coder@alibabacloud.com'],
      ['Junie', 'junie@jetbrains.com'],
      ['Kiro', 'noreply@kiro.dev'],
      ['Roo Code', 'roo@example.com'],
      ['Cline', 'noreply@cline.bot'],
      ['cline[bot]', '205137888+cline[bot]@users.noreply.github.com'],
      ['Replit Agent', 'x@example.com'],
      ['gpt-engineer-app[bot]', '159125892+gpt-engineer-app[bot]@users.noreply.github.com'],
      ['Lovable', 'noreply@lovable.dev'],
      ['v0[bot]', 'v0[bot]@users.noreply.github.com'],
      ['Tabnine', 'noreply@tabnine.com'],
      ['opencode', 'noreply@opencode.ai'],
      ['Claude', 'claude@localhost'],
      ['Gemini', 'gemini@google.com'],
      ['SWE-agent', 'noemail@swe-agent.com'],
    ]);
  });

  it('is a person where only a part of the name or address looks like a tool', () => {
    assertAll('human', [
      ['Abbot', 'abbot@example.com'],
      ['Tony Abbott', 'tony@example.com'],
      ['George Abbot', 'george@example.com'],
      ['Talbot', 'talbot@example.com'],
      ['Jane Talbot', 'jane@example.com'],
      ['jtalbot', 'jtalbot@users.noreply.github.com'],
      ['Philippe Lambot', 'philippe@example.com'],
      ['Marc Thibot', 'marc@example.com'],
      ['Roberta Bottom', 'roberta@example.com'],
      ['Claude Monet', 'claude@giverny.example'],
      ['Claude', 'claude.dupont@example.com'],
      ['Jules', 'jules@example.com'],
      ['Jules Verne', 'jules.verne@example.com'],
      ['Devin Smith', 'devin@example.com'],
      ['Devin Smith', 'smith@devin.com'],
      ['Travis Oliphant', 'travis@example.com'],
      ['Bob Jenkins', 'jenkins@example.com'],
      ['Ann Example', 'ann+bot@gmail.com'],
      ['Ann Example', 'ann.bot@example.com'],
      ['Ann Example', '12345+ann@users.noreply.github.com'],
      ['Jean Ci', 'jean@ci.example.com'],
      ['Amp Fletcher', 'amp@example.com'],
      ['Claude Max', 'claude.max@example.com'],
      ['Claude Monet', 'claude@anthropic.com'],
      ['Jules Durand', 'jules.durand@google.com'],
      ['Junie Kim', 'junie@example.com'],
      ['Junie', 'junie@example.com'],
      ['Devin', '12+devin@users.noreply.github.com'],
      ['Gemini Rossi', 'gemini@example.com'],
      ['Patsy Cline', 'patsy@example.com'],
      ['Cody Banks', 'cody@sourcegraph.com'],
      ['Cody', 'cody@example.com'],
      ['Kiro Yamada', 'kiro@example.com'],
      ['Roo Panes', 'roo@example.com'],
      ['Ann Example (aider)', 'ann@example.com'],
      ['Ann Example', 'ann@openai.com'],
      ['Marie Chabot', 'mchabot@example.com'],
      ['mchabot', 'mchabot@example.com'],
      ['Louis Botha', 'botha@example.com'],
      ['Ian Botham', 'ian@example.com'],
      ['Gerrit', 'gerrit91@example.com'],
      ['annm', 'ann.miller@snyk.io'],
      ['Ann Miller', 'ann.miller@crowdin.com'],
    ]);
  });

  it('is a person under every common kind of human name', () => {
    const given =
      'Anna Noor Wei Olu Renée Åsa Çağla Xóchitl Boty Björn Claude Devin Jules Travis Gemma Bo Robin Jean-Marc'.split(
        ' ',
      );
    const family =
      'Abbott Talbot Chabot Cabot Lambot Thibot Jenkins Bottas Robotham Builder Runner Service Release Merge Botelho Cibrian Actionis Weblat O’Neil Müller Nguyễn 王 김'.split(
        ' ',
      );
    for (const first of given) {
      for (const last of family) {
        const local = `${first}.${last}`.toLowerCase();
        for (const name of [`${first} ${last}`, `${last}, ${first}`, `${first[0]}. ${last}`]) {
          assert.equal(actorOf({ name, email: `${local}@example.com` }), 'human', name);
        }
      }
    }
  });

  it('does not depend on the case of the address or spaces around the name', () => {
    assertAll('agent', [
      [' claude code ', 'x@y'],
      ['x', 'NoReply@Anthropic.com'],
    ]);
    assertAll('bot', [['DEPENDABOT[BOT] ', 'x@y']]);
  });

  it('is not read from thanks to people, but from what names a tool', () => {
    for (const text of [
      'Claude',
      'Claude:claude-opus-4-6',
      'Claude Code:claude-sonnet-4.5',
      'Cursor/claude-4-sonnet',
      'ChatGPT 5.2',
      'GitHub Copilot',
      'Gemini 2.5 Pro',
      'Codex (gpt-5)',
      'Copilot <198982749+Copilot@users.noreply.github.com>',
    ]) {
      assert.ok(namesAgent(text), text);
    }
    for (const text of [
      '',
      'Ann Example',
      'Ann Example <ann@example.com>',
      'Claude Monet',
      'protoc 3.1',
      'make docs',
      'x@y',
    ]) {
      assert.ok(!namesAgent(text), text);
    }
  });

  it('is the person where a tool stands behind the name', () => {
    const signature = { name: 'Ann Example (aider)', email: 'ann@example.com' };
    assert.deepEqual([signsWithAgent(signature), withoutAgent(signature).name], [true, 'Ann Example']);
    assert.equal(withoutAgent({ name: 'Ann (work)', email: 'a@b' }).name, 'Ann (work)');
  });

  it('is a person where nothing is said', () => {
    assertAll('human', [['', '']]);
  });
});
