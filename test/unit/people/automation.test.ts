import assert from 'node:assert/strict';
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
    ]);
  });

  it('does not depend on the case of the address or spaces around the name', () => {
    assertAll('agent', [
      [' claude code ', 'x@y'],
      ['x', 'NoReply@Anthropic.com'],
    ]);
    assertAll('bot', [['DEPENDABOT[BOT] ', 'x@y']]);
  });

  it('is a person where nothing is said', () => {
    assertAll('human', [['', '']]);
  });
});
