import assert from 'node:assert/strict';
import { remoteProject } from '../../../src/git/remoteProject';

describe('The project of a remote', () => {
  it('is the same however it is reached, without user and password', () => {
    for (const address of [
      'https://github.com/Acme/Shop.git',
      'https://ann:secret@github.com/acme/shop/',
      'git@github.com:acme/shop.git',
      'ssh://git@github.com:22/acme/shop',
    ]) {
      assert.equal(remoteProject(address), 'github.com/acme/shop');
    }
    assert.equal(remoteProject('git@git.example.org:ops/team/shop.git'), 'git.example.org/ops/team/shop');
  });

  it('is not known of folders and of what is no address', () => {
    for (const address of ['/srv/git/shop.git', '../shop', 'C:\\code\\shop', 'file:///srv/shop', '', 'shop']) {
      assert.equal(remoteProject(address), null);
    }
  });
});
