import assert from 'node:assert/strict';
import type { RunbookType } from '../../../src/core/model';
import { classifyRunbook, isAlertName } from '../../../src/core/runbooks/classify';
import { type RunbookPlace, runbookPlace } from '../../../src/core/runbooks/discover';
import { readDocument } from '../../../src/core/runbooks/document';
import { sectionOfHeading } from '../../../src/core/runbooks/sections';
import { defaultSettings } from '../../../src/core/settings';

function typeOf(path: string, text: string, place?: RunbookPlace | 'linked'): RunbookType | null {
  const found = place ?? runbookPlace(path, defaultSettings);
  assert.ok(found !== null, `${path} is in no place for runbooks`);
  return classifyRunbook(path, readDocument(text), found, defaultSettings);
}

const sections = (...names: readonly string[]): string => names.map(name => `## ${name}\n\nSomething.\n`).join('\n');

describe('The type of a runbook', () => {
  it('is alert when the page is named like one', () => {
    assert.equal(
      typeOf('alerts/etcd/etcdMembersDown.md', `# etcdMembersDown\n\n${sections('Meaning', 'Impact')}`),
      'alert',
    );
    assert.equal(
      typeOf('content/runbooks/node/NodeClockSkew.md', '---\ntitle: Node clock\n---\n\n## Meaning\n'),
      'alert',
    );
  });

  it('is alert when it says what an alert means and how to find the cause', () => {
    assert.equal(
      typeOf('docs/runbooks/latency.md', `# Latency\n\n${sections('Symptoms', 'Impact', 'Diagnosis')}`),
      'alert',
    );
    assert.equal(typeOf('docs/runbooks/a.md', `# Latenz\n\n${sections('Auswirkung', 'Ursachen')}`), 'alert');
    assert.equal(typeOf('docs/runbooks/a.md', `# 遅延\n\n${sections('症状', '影響')}`), 'alert');
  });

  it('is alert when most of its headings are alerts, whatever it is called', () => {
    const alerts = sections('Alert name: DiskFillsUp', 'QueueGrows', 'LocksPileUp');
    assert.equal(typeOf('docs/RUNBOOK.md', `# Runbook\n\n## Alerts of the shop\n\n${alerts}`), 'alert');
  });

  it('is procedure when the title says how to do something', () => {
    assert.equal(typeOf('docs/runbooks/restore.md', '# Restoring a cluster\n\n1. a\n2. b\n'), 'procedure');
    assert.equal(
      typeOf('docs/runbooks/x.md', `# How to rotate keys\n\n${sections('Impact', 'Diagnosis')}`),
      'procedure',
    );
  });

  it('is service for a RUNBOOK.md and for a page that describes how a service is run', () => {
    assert.equal(typeOf('services/pay/RUNBOOK.md', '# Pay\n\n## Restart\n'), 'service');
    assert.equal(
      typeOf('docs/runbooks/pay.md', `# Pay\n\n${sections('Overview', 'Architecture', 'Monitoring', 'Rollback')}`),
      'service',
    );
  });

  it('is procedure, not service, when it goes step by step or is about one task', () => {
    const parts = sections('Overview', 'Architecture', 'Step 1: copy', 'Step 2: switch', 'Rollback', 'Monitoring');
    assert.equal(typeOf('docs/runbooks/state.md', `# Moving the state\n\n${parts}`), 'procedure');
    const deployment = sections('Overview', 'Environments', 'Monitoring', 'Rolling back');
    assert.equal(typeOf('docs/runbooks/deployment.md', `# Deployment\n\n${deployment}`), 'procedure');
  });

  it('is playbook when it leads through an incident', () => {
    const text = `# Ransomware\n\n${sections('Detection', 'Containment', 'Eradication', 'Communication')}`;
    assert.equal(typeOf('docs/playbooks/ransomware.md', `${text}\n\n1. a\n2. b\n3. c\n`), 'playbook');
  });

  it('is hub for an index of links, and not for a runbook in a folder of its own', () => {
    assert.equal(typeOf('docs/runbooks/README.md', '# Runbooks\n\n- [a](a.md)\n- [b](b.md)\n'), 'hub');
    assert.equal(typeOf('content/runbooks/_index.md', ''), 'hub');
    assert.equal(typeOf('runbook/README.md', '# Run book\n\n1. [a](a.md)\n\nMore later.\n'), 'hub');
    assert.equal(typeOf('docs/runbooks/admins/README.md', '# Setting admin users\n\nAsk the console.\n'), 'procedure');
  });

  it('is record for what once happened or was decided', () => {
    assert.equal(typeOf('docs/ops/incidents/db.md', '# Database down\n'), 'record');
    assert.equal(typeOf('docs/runbooks/2026-01-02-outage.md', '# Outage\n'), 'record');
    assert.equal(typeOf('docs/runbooks/db.md', '# Post-mortem: database\n'), 'record');
    assert.equal(typeOf('docs/runbooks/2_15_0.md', '# What is new\n'), 'record');
    assert.equal(typeOf('docs/runbooks/Team_StandupNotes.md', '# Harbour\n'), 'record');
    assert.equal(typeOf('docs/runbooks/sprint-log.md', '# Sprints\n'), 'record');
    assert.equal(typeOf('docs/runbooks/week-20240512.md', '# Done\n'), 'record');
    assert.equal(typeOf('docs/runbooks/cost-audit-2024-05-12.md', '# Costs\n'), 'record');
    assert.equal(typeOf('docs/ops/hand-offs/berth.md', '# Berth\n'), 'record');
    const days = ['Oct 26th', '2nd November 2021', '2021-11-04'].map(day => `## ${day}\n\nNils asks Ravi.\n`);
    assert.equal(typeOf('docs/runbooks/harbour.md', `# Harbour\n\n${days.join('\n')}`), 'record');
    const comments = [1, 2, 3].map(day => `#### Sofia commented at 2024-05-0${day} 10:30\n\nIt works.\n`);
    assert.equal(typeOf('docs/runbooks/tips.md', `# Tips\n\n${comments.join('\n')}`), 'record');
  });

  it('is no record for a few days among other headings', () => {
    const days = ['2021-11-04', '2021-11-05', '2021-11-06'].map(day => `### ${day}\n`).join('\n');
    assert.equal(
      typeOf('docs/runbooks/restore.md', `# Restoring\n\n${sections('A', 'B', 'C', 'D', 'E', 'F', 'G')}\n${days}`),
      'procedure',
    );
  });

  it('is no record where it says how to answer or write up an incident', () => {
    assert.equal(
      typeOf('docs/ops/incidents/playbooks/ci.md', '# CI is red\n\n```sh\nmake x\n```\n\n1. a\n2. b\n3. c\n', 'likely'),
      'procedure',
    );
    assert.equal(typeOf('docs/runbooks/retrospective.md', '# How to run a retrospective\n\n1. a\n'), 'procedure');
  });

  it('is none for a template, and procedure for what alerts share', () => {
    assert.equal(typeOf('docs/templates/runbook.md', '# <Service> runbook\n\n## Monitoring\n'), null);
    assert.equal(typeOf('docs/runbooks/runbook-template.md', '# Title\n'), null);
    assert.equal(typeOf('alerts/storage/helpers/accessToolbox.md', '# Access the toolbox\n'), 'procedure');
  });

  it('is service by the main sections only, and never for what calls itself a procedure', () => {
    const deep = '# Pay\n\n## A\n\n### Overview\n\n### Architecture\n\n### Monitoring\n\n### Rollback\n';
    assert.equal(typeOf('docs/runbooks/pay.md', deep), 'procedure');
    const cleanup = `# Clean-up procedure\n\n${sections('Overview', 'Architecture', 'Monitoring', 'Rollback')}`;
    assert.equal(typeOf('docs/runbooks/clean.md', cleanup), 'procedure');
    assert.equal(typeOf('docs/operations.md', `# Operations\n\n${sections('Deployment', 'Monitoring')}`), 'service');
    assert.equal(typeOf('docs/ops/operations.md', '# CI operations\n\n## Jobs\n\n1. a\n2. b\n3. c\n'), 'procedure');
  });

  it('is what the settings say, then what the front matter says', () => {
    const settings = { ...defaultSettings, runbookTypes: [{ glob: 'docs/runbooks/a*', type: 'playbook' as const }] };
    const document = readDocument('---\ntype: service\n---\n# How to x\n');
    assert.equal(classifyRunbook('docs/runbooks/a.md', document, 'named', settings), 'playbook');
    assert.equal(classifyRunbook('docs/runbooks/b.md', document, 'named', settings), 'service');
  });

  it('is none for pages that only stand in a likely place', () => {
    assert.equal(typeOf('docs/ops/culture.md', '# How we work\n\nWe like people.\n'), null);
    assert.equal(typeOf('docs/ops/backups.md', '# Restore a backup\n\n```sh\npg_restore x\n```\n'), 'procedure');
    assert.equal(typeOf('docs/x.md', '# About\n', 'linked'), null);
  });

  it('is none for a playbook of sales or prompts', () => {
    assert.equal(typeOf('PLAYBOOK.md', `# Sales playbook\n\n${sections('Deploy', 'Detection', 'Recovery')}`), null);
    assert.equal(typeOf('docs/playbooks/agents.md', `# Agent prompts\n\n1. a\n2. b\n3. c\n`), null);
  });
});

describe('The name of an alert', () => {
  it('has humps and no space', () => {
    for (const name of [
      'KubePodCrashLooping',
      'etcdNoLeader',
      'CephOSDFlapping',
      'KubeAPIDown',
      'CPUThrottlingHigh',
      'Node_Disk_Full',
    ])
      assert.ok(isAlertName(name), name);
    for (const name of ['PostgreSQL', 'GitHub', 'README', 'restore', 'Kube pod', 'RUNBOOK', 'Watchdog', ''])
      assert.ok(!isAlertName(name), name);
  });
});

describe('A heading', () => {
  it('opens a section by its name, alone or with a few words more', () => {
    assert.equal(sectionOfHeading('3.1 Roll-back:'), 'rollback');
    assert.equal(sectionOfHeading('Rollback procedure'), 'rollback');
    assert.equal(sectionOfHeading('🚨 Customer impact'), 'impact');
    assert.equal(sectionOfHeading('Before you start'), 'prerequisites');
    assert.equal(sectionOfHeading('Откат'), 'rollback');
    assert.equal(sectionOfHeading('回滚'), 'rollback');
    assert.equal(sectionOfHeading('Variables d’environnement'), 'configSecrets');
  });

  it('opens a section by a common word only where that is all of it', () => {
    assert.equal(sectionOfHeading('Problem'), 'trigger');
    assert.equal(sectionOfHeading('Playbook:'), 'mitigation');
    assert.equal(sectionOfHeading('Playbook structure'), null);
    assert.equal(sectionOfHeading('Mitigating'), 'mitigation');
  });

  it('opens none when it is prose', () => {
    assert.equal(sectionOfHeading('A story about the day we had to fix the rollback of everything'), null);
    assert.equal(sectionOfHeading(''), null);
  });
});
