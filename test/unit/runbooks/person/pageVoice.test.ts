import assert from 'node:assert/strict';
import { readDocument } from '../../../../src/core/runbooks/document';
import { type PageVoice, voiceOf } from '../../../../src/core/runbooks/person/pageVoice';
import { passagesOf } from '../../../../src/core/runbooks/person/passages';

describe('to whom a page speaks', () => {
  const voice = (text: string): PageVoice => {
    const { tree } = readDocument(text);
    assert.ok(tree);
    return voiceOf(passagesOf(tree, text));
  };
  const told = 'The crane is old. It lifts the boats. A belt drives it. The belt is made of hemp.';

  it('is its reader where one sentence in seven asks for something or says you', () => {
    assert.equal(voice(`${told}\n\nOpen the gate.`), 'reader');
    assert.equal(voice(`${told} Your boat comes last.`), 'reader');
    assert.equal(voice(`${told} ${told}\n\n- Please, first open the gate.\n- Do not close it.`), 'reader');
  });

  it('is nobody where it tells how things are', () => {
    assert.equal(voice(told), 'nobody');
    assert.equal(voice(`${told} ${told}\n\nOpen the gate.`), 'nobody');
    assert.equal(voice(`${told}\n\n## Open the gate\n\n| Open it |\n|---|\n| Close it |`), 'nobody');
  });

  it('is a reader where a page says too little to tell', () => {
    assert.equal(voice('The crane is old. It lifts the boats.'), 'reader');
    assert.equal(voice(''), 'reader');
  });

  it('is a reader in languages in which a request cannot be told', () => {
    assert.equal(voice('Der Kran ist alt. Die Boote und das Tor. Der Riemen ist neu. Das ist nicht alles.'), 'reader');
    assert.equal(voice('吊车很旧。它吊起船。皮带带动它。皮带是麻做的。'), 'reader');
  });

  it('is a record where days, states or models come thick', () => {
    const days = '- 2024-05-01 opened the gate\n- 3 May closed it\n- May 4 oiled it\n- 5/5/2024 left it';
    assert.equal(voice(`${told} Open the gate.\n\n${days}`), 'record');
    assert.equal(voice(`${told} Open the gate.\n\n- ✅ gate\n- ✅ belt\n- ⏳ crane\n- ❌ boat`), 'record');
    assert.equal(voice(`${told} Claude opens the gate. The agent tells Claude. An agent is not the agent.`), 'record');
    assert.equal(voice(`${told} Open the gate. Written on 2024-05-01, ✅ checked.`), 'reader');
    assert.equal(voice(`${told} Apri il cancello. Vai ai moli, ai depositi, ai binari.`), 'nobody');
    assert.equal(
      voice('Restart the agent. The agent runs. An agent logs. Stop the agent. Install the agent.'),
      'reader',
    );
  });

  it('is a record where people meet or talk', () => {
    assert.equal(voice(`# Tuesday\n\nAttendees: the crane crew\n\nOpen the gate.`), 'record');
    assert.equal(voice('**Ravi:** Open the gate.\n\n**Sofia:** Is it shut?\n\n**Ravi:** You see it.'), 'record');
    assert.equal(voice('Note: open the gate.\n\nNote: you see it.\n\nNote: it is shut.'), 'reader');
  });

  it('is a record where one person tells', () => {
    assert.equal(voice('I went to the gate. You see it. My boat was there. You see the crane.'), 'record');
    assert.equal(voice('Open the gate. Log in. The key is on my desk. Close the gate. Wait for the boat.'), 'reader');
    assert.equal(voice('Open my-gate. Close my-gate. You see the crane. Wait for the boat.'), 'reader');
    assert.equal(voice('Open the I/O gate. You see it. See part I. Close the gate.'), 'reader');
  });

  it('is a record where its title says so', () => {
    for (const title of [
      'Crane proposal',
      'Rules for Claude',
      'Persona: the pilot',
      'E-mail templates',
      'Release notes',
    ])
      assert.equal(voice(`# ${title}\n\nOpen the gate.`), 'record', title);
    for (const title of [
      'Restart the crane',
      'Gate not shut for 15 minutes',
      'Password prompt does not appear',
      'Summary',
      'Restore the template database',
    ])
      assert.equal(voice(`# ${title}\n\nOpen the gate.\n\n## Proposal`), 'reader', title);
  });
});
