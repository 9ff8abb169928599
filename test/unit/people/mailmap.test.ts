import assert from 'node:assert/strict';
import { Mailmap, type Signature } from '../../../src/core/people/mailmap';

const map = (text: string, name: string, email: string): Signature => new Mailmap(text).map({ name, email });

describe('a mailmap', () => {
  it('leaves alone whom no line names', () => {
    assert.deepEqual(map('', 'Ann', 'ann@home'), { name: 'Ann', email: 'ann@home' });
    assert.deepEqual(map('Ben <ben@work>', 'Ann', 'ann@home'), { name: 'Ann', email: 'ann@home' });
  });

  it('gives an address its proper name', () => {
    assert.deepEqual(map('Ann Proper <ann@home>', 'annie', 'ann@home'), { name: 'Ann Proper', email: 'ann@home' });
  });

  it('replaces an address and keeps the name', () => {
    assert.deepEqual(map('<ann@work> <ann@home>', 'Ann', 'ann@home'), { name: 'Ann', email: 'ann@work' });
  });

  it('replaces name and address of an address', () => {
    const text = 'Ann Proper <ann@work> <ann@home>';
    assert.deepEqual(map(text, 'annie', 'ann@home'), { name: 'Ann Proper', email: 'ann@work' });
    assert.deepEqual(map(text, 'annie', 'ann@work'), { name: 'annie', email: 'ann@work' });
  });

  it('replaces name and address of one name at a shared address only', () => {
    const text = 'Ann Proper <ann@work> annie <team@work>';
    assert.deepEqual(map(text, 'Annie', 'TEAM@work'), { name: 'Ann Proper', email: 'ann@work' });
    assert.deepEqual(map(text, 'Ben', 'team@work'), { name: 'Ben', email: 'team@work' });
  });

  it('prefers the line with the name to the one for the address', () => {
    const text = 'Team <team@work>\nAnn Proper <ann@work> annie <team@work>';
    assert.deepEqual(map(text, 'annie', 'team@work'), { name: 'Ann Proper', email: 'ann@work' });
    assert.deepEqual(map(text, 'ben', 'team@work'), { name: 'Team', email: 'team@work' });
  });

  it('compares names and addresses without regard to the case of ASCII letters', () => {
    assert.deepEqual(map('Ann Proper <ANN@Home>', 'x', 'ann@hOME').name, 'Ann Proper');
    assert.deepEqual(map('Änn Proper <ä@home>', 'x', 'Ä@home').name, 'x');
  });

  it('adds what a later line says of the same address to what an earlier one said', () => {
    const text = 'Ann Proper <ann@home>\n<ann@work> <ann@home>';
    assert.deepEqual(map(text, 'annie', 'ann@home'), { name: 'Ann Proper', email: 'ann@work' });
    assert.equal(map(`${text}\nAnn Later <ann@home>`, 'annie', 'ann@home').name, 'Ann Later');
  });

  it('skips comments, empty lines and lines that are no entry', () => {
    const text = '# Ann <ann@home>\n\nnonsense\n<unclosed\nNobody <>\nAnn <ann@home>\r\n';
    assert.deepEqual(map(text, 'x', 'ann@home'), { name: 'Ann', email: 'ann@home' });
    assert.deepEqual(map(text, 'x', ''), { name: 'x', email: '' });
  });

  it('can name someone who committed without an address', () => {
    assert.deepEqual(map('Ann <ann@home> <>', 'annie', ''), { name: 'Ann', email: 'ann@home' });
  });

  it('takes a comment behind an entry for nothing', () => {
    assert.deepEqual(map('Ann <ann@home> # since 2020', 'x', 'ann@home'), { name: 'Ann', email: 'ann@home' });
  });
});
