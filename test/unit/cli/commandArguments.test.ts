import assert from 'node:assert/strict';
import {
  runbooksArguments,
  scanArguments,
  stubArguments,
  truckFactorArguments,
  whatIfArguments,
} from '../../../src/cli/commandArguments';
import { CommandError } from '../../../src/cli/failure';
import { planArguments } from '../../../src/cli/planArguments';

const refuses =
  (reason: CommandError['reason'], words: RegExp) =>
  (error: unknown): boolean => {
    assert.ok(error instanceof CommandError);
    assert.equal(error.reason, reason);
    assert.match(error.message, words);
    return true;
  };

describe('the arguments of scan', () => {
  it('may all be left out', () => {
    assert.deepEqual(scanArguments([]), {
      path: '.',
      format: null,
      cache: true,
      pseudonymise: false,
      verbose: false,
      component: null,
      all: false,
      failOn: { states: new Set(), rules: new Set() },
    });
  });

  it('may stand before and after the path', () => {
    const options = scanArguments([
      '--format=json',
      'a/b',
      '--no-cache',
      '--component',
      'x',
      '--pseudonymise',
      '--all',
    ]);
    assert.equal(options.path, 'a/b');
    assert.equal(options.format, 'json');
    assert.equal(options.cache, false);
    assert.equal(options.component, 'x');
    assert.ok(options.pseudonymise && options.all);
  });

  it('take a path that begins with a dash after --', () => {
    assert.equal(scanArguments(['--', '-odd']).path, '-odd');
  });

  it('take --fail-on as lists, more than once', () => {
    const { failOn } = scanArguments(['--fail-on', 'sole, RB060', '--fail-on=orphaned']);
    assert.deepEqual(failOn, { states: new Set(['sole', 'orphaned']), rules: new Set(['RB060']) });
  });

  it('are refused when nobody can know what is meant', () => {
    const wrong: [string[], RegExp][] = [
      [['--fail-on', 'Sole'], /does not know "Sole"/],
      [['--fail-on', 'RB60'], /does not know "RB60"/],
      [['--fail-on', 'sole,'], /does not know ""/],
      [['--fail-on', 'shared'], /It knows: sole, orphaned/],
      [['--format', 'xml'], /no format "xml"/],
      [['--format'], /'--format <value>' argument missing\. `--help`/],
      [['--colour'], /Unknown option '--colour'\. `--help`/],
      [['-x'], /Unknown option '-x'\. `--help`/],
      [['--all=yes'], /--all/],
      [['a', 'b'], /One repository at a time; there are 2: a, b/],
      [[''], /path is empty/],
      [['--component', ' '], /`--component` is empty/],
    ];
    for (const [args, words] of wrong) {
      assert.throws(() => scanArguments(args), refuses('wrongUsage', words), args.join(' '));
    }
  });

  it('name the formats there are', () => {
    assert.throws(
      () => scanArguments(['--format', 'sarif']),
      refuses('wrongUsage', /no format "sarif" here\. There are: table, json, markdown, html\.$/),
    );
    assert.throws(
      () => scanArguments(['--format', 'html', '--component', 'payments']),
      refuses('wrongUsage', /HTML is the report on a whole repository/),
    );
  });
});

describe('the arguments of runbooks', () => {
  it('take more formats than others', () => {
    assert.equal(runbooksArguments(['--format', 'sarif']).format, 'sarif');
    assert.equal(runbooksArguments(['--format=html']).format, 'html');
    assert.deepEqual(runbooksArguments(['--runbooks-in', '../a', '--runbooks-in=b']).others, ['../a', 'b']);
  });

  it('fail on a severity and worse, and on rules', () => {
    assert.deepEqual(runbooksArguments([]).failOn, { severity: null, rules: new Set() });
    const { failOn } = runbooksArguments(['--fail-on', 'error, RB060', '--fail-on=information']);
    assert.deepEqual(failOn, { severity: 'information', rules: new Set(['RB060']) });
    assert.throws(() => runbooksArguments(['--fail-on', 'sole']), refuses('wrongUsage', /does not know "sole"/));
  });
});

describe('the arguments of truck-factor', () => {
  it('are combined at HEAD without more', () => {
    const { definition, revision } = truckFactorArguments([]);
    assert.deepEqual([definition, revision], ['combined', null]);
  });

  it('take a definition and a revision', () => {
    const { definition, revision, path } = truckFactorArguments(['--at', 'v1.0~2', '--definition', 'activity', 'x']);
    assert.deepEqual([definition, revision, path], ['activity', 'v1.0~2', 'x']);
  });

  it('take a component or a folder, and neither with authorship', () => {
    assert.deepEqual(truckFactorArguments(['--component', 'x']).part, { component: 'x' });
    assert.deepEqual(truckFactorArguments(['--folder', 'src']).part, { folder: 'src' });
    assert.equal(truckFactorArguments([]).part, null);
    assert.throws(() => truckFactorArguments(['--component=x', '--folder=y']), refuses('wrongUsage', /not of both/));
    assert.throws(
      () => truckFactorArguments(['--folder=y', '--definition=doa']),
      refuses('wrongUsage', /"doa" is of a whole repository/),
    );
  });

  it('take every definition', () => {
    for (const definition of ['doa', 'activity', 'lines', 'combined']) {
      assert.equal(truckFactorArguments(['--definition', definition]).definition, definition);
    }
  });

  it('are refused when they are no definition or no revision', () => {
    assert.throws(
      () => truckFactorArguments(['--definition', 'DOA']),
      refuses('wrongUsage', /no definition "DOA". There are: combined, doa, activity, lines\./),
    );
    assert.throws(() => truckFactorArguments(['--at=--output=x']), refuses('wrongUsage', /is no revision/));
    assert.throws(() => truckFactorArguments(['--at', '']), refuses('wrongUsage', /`--at` is empty/));
  });
});

describe('the arguments of stub', () => {
  it('take a component, a type and a file', () => {
    const options = stubArguments(['--component', 'cart', '--type', 'procedure', '--out', 'a.md', '--force', 'repo']);
    assert.deepEqual(
      [options.path, options.subject, options.type, options.out, options.force],
      ['repo', { component: 'cart' }, 'procedure', 'a.md', true],
    );
    assert.equal(stubArguments(['--component', 'cart']).type, null);
    assert.deepEqual(stubArguments(['--alert', 'DiskFull']).subject, { alert: 'DiskFull' });
  });

  it('are refused without a component, with an unknown type, with --force for nothing, as a table', () => {
    assert.throws(() => stubArguments([]), refuses('wrongUsage', /which component/));
    assert.throws(() => stubArguments(['--alert', 'A', '--component', 'x']), refuses('wrongUsage', /not for both/));
    assert.throws(() => stubArguments(['--alert', 'A', '--type', 'service']), refuses('wrongUsage', /has its own/));
    assert.throws(() => stubArguments(['--component', 'x', '--type', 'hub']), refuses('wrongUsage', /no type "hub"/));
    assert.throws(() => stubArguments(['--component', 'x', '--force']), refuses('wrongUsage', /there is no `--out`/));
    assert.throws(() => stubArguments(['--component=x', '--format=table']), refuses('wrongUsage', /markdown, json/));
  });
});

describe('the arguments of what-if', () => {
  it('take people after --without, each with its own or one after another, and the path before', () => {
    assert.deepEqual(whatIfArguments(['--without', 'Ann Lee']).without, ['Ann Lee']);
    const { path, without, all } = whatIfArguments([
      'repo',
      '--without',
      'Ann',
      'Ben',
      '--all',
      '--without=cleo@x.example',
    ]);
    assert.deepEqual([path, without.toSorted(), all], ['repo', ['Ann', 'Ben', 'cleo@x.example'], true]);
  });

  it('are refused without a person, or with an empty one', () => {
    assert.throws(() => whatIfArguments(['repo']), refuses('wrongUsage', /--without PERSON/));
    assert.throws(() => whatIfArguments(['--without', ' ']), refuses('wrongUsage', /is empty/));
    assert.throws(() => whatIfArguments(['a', 'b', '--without', 'Ann']), refuses('wrongUsage', /One repository/));
  });
});

describe('the arguments of plan', () => {
  it('are the load, the risk, and pairings of a person and a component', () => {
    const usual = planArguments([]);
    assert.deepEqual([usual.mostPerPerson, usual.risk, usual.pinned, usual.forbidden], [2, 'medium', [], []]);
    const given = ['--max-per-person', '3', '--risk=low', '--pin', 'Ann Lee = a=b', '--forbid', 'ben@x.example=web'];
    const { path, mostPerPerson, risk, pinned, forbidden } = planArguments(['repo', ...given]);
    assert.deepEqual([path, mostPerPerson, risk], ['repo', 3, 'low']);
    assert.deepEqual(pinned, [{ person: 'Ann Lee', component: 'a=b' }]);
    assert.deepEqual(forbidden, [{ person: 'ben@x.example', component: 'web' }]);
  });

  it('are refused where they are no number, no risk, or half a pairing', () => {
    for (const most of ['0', '-1', 'two', '1.5', '']) {
      assert.throws(() => planArguments([`--max-per-person=${most}`]), refuses('wrongUsage', /--max-per-person/));
    }
    assert.throws(() => planArguments(['--risk', 'none']), refuses('wrongUsage', /high, medium, low/));
    for (const pin of ['Ann', '=web', 'Ann=']) {
      assert.throws(() => planArguments(['--pin', pin]), refuses('wrongUsage', /PERSON=COMPONENT/));
    }
    assert.throws(() => planArguments(['--format', 'sarif']), refuses('wrongUsage', /no format "sarif"/));
  });
});
