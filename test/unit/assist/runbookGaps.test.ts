import assert from 'node:assert/strict';
import { ask, items, part, shop } from './assistedShop';

const tool = 'list_runbook_gaps';

describe('list_runbook_gaps', () => {
  it('lists the alerts without a working runbook with their lines, those that wake somebody first', () => {
    const answer = ask(tool);
    assert.deepEqual(
      items(answer, 'alertsWithoutWorkingRunbook').map(({ alert, path, line, runbookState }) => [
        ...[alert, path, line, runbookState],
      ]),
      [
        ['PayDown', 'pay/alerts.yaml', 4, 'none'],
        ['PayFull', 'pay/alerts.yaml', 15, 'missing'],
      ],
    );
    assert.match(answer.text, /2 of 4 alerts of "shop" have no working runbook; 1 have one here, 1 name one elsewhere/);
    assert.match(answer.text, /1\. "PayDown" \(pay\/alerts\.yaml:4, page\): /);
  });

  it('names at least those for which there is no room', () => {
    const answer = ask(tool, { limit: 1 });
    assert.equal(items(answer, 'alertsWithoutWorkingRunbook').length, 1);
    assert.deepEqual(part(answer, 'furtherAlerts'), { items: ['PayFull'], more: 0 });
    assert.match(answer.text, /And 1 more: PayFull\./);
  });

  it('names those whose runbook it did not look at', () => {
    assert.deepEqual(
      items(ask(tool), 'alertsNotChecked').map(({ alert, runbookState }) => [alert, runbookState]),
      [['PayQueue', 'elsewhere']],
    );
  });

  it('tells of one alert whether its runbook works, and who wrote that', () => {
    const answer = ask(tool, { alert: 'payslow' });
    assert.match(answer.text, /Its runbook is docs\/runbooks\/PaySlow\.md\. The page was written by Ann Example/);
    assert.deepEqual(
      items(answer, 'rules').map(({ alert, works }) => [alert, works]),
      [['PaySlow', true]],
    );
  });

  it('tells of one component only what is about it', () => {
    assert.equal(items(ask(tool, { component: 'pay' }), 'alertsWithoutWorkingRunbook').length, 2);
    const web = ask(tool, { component: 'web' });
    assert.match(web.text, /No alert rule was found for "web"/);
    assert.deepEqual(items(web, 'alertsWithoutWorkingRunbook'), []);
  });

  it('offers names near to an alert that is not there, and says where there are none', () => {
    assert.match(ask(tool, { alert: 'PaySlo' }).text, /Did you mean "PaySlow"/);
    assert.match(ask(tool, { alert: 'PayDown' }, shop({ texts: {} })).text, /No alert rule was found/);
  });

  it('takes an alert or a component, not both', () => {
    const answer = ask(tool, { alert: 'PayDown', component: 'pay' });
    assert.deepEqual([answer.failed, answer.text], [true, 'Name one of component and alert, not both.']);
  });
});
