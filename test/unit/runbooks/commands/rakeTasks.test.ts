import assert from 'node:assert/strict';
import fc from 'fast-check';
import { rakeTasks } from '../../../../src/core/runbooks/commands/rakeTasks';

const namesOf = (text: string): readonly string[] => [...rakeTasks(text).names];

describe('The tasks of a file of rake', () => {
  it('are read in every way in which they are written', () => {
    const text = `task :a
task b: :environment do
task "c" => [:a] do |t|
multitask('d', [:x] => :y) { run_task 'no' }
task({ e: [:a] })
Rake::Task.define_task(:f)
RSpec::Core::RakeTask.new(:g)
# task :commented
desc "Runs this task"
`;
    assert.equal(namesOf(text).join(' '), 'a b c d e f g');
  });

  it('have the namespaces around them, also on one line and around text that stands further left', () => {
    const text = `namespace :users do
  namespace 'old' do
    task :purge do
      sql = <<SQL
select 1
SQL
    end
  end
  task :import
end
namespace(:orders) { task(:refund) { } }
task :top
`;
    assert.equal(namesOf(text).join(' '), 'users:old:purge users:import orders:refund top');
  });

  it('may be more where names are put together, in that namespace only', () => {
    const { defines, open } = rakeTasks('namespace :users do\n  %w[a].each { |x| task "#{x}_all" }\nend\ntask :top\n');
    assert.deepEqual(
      [defines('users:b_all'), defines('orders:b_all'), defines('top'), open],
      [true, false, true, false],
    );
    assert.ok(rakeTasks('task name\n').open);
  });

  it('never throws, and ends soon whatever the text', () => {
    const line = fc.constantFrom(
      'namespace :x do',
      'task :y do',
      'task x',
      'end',
      '}',
      '{ |',
      'load "',
      'task(',
      ':::',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(line, fc.string())), fc.string(), (lines, name) => {
        const { names, defines } = rakeTasks(lines.join('\n'));
        assert.ok([...names].every(defines));
        defines(name);
      }),
      { numRuns: 100 },
    );
    assert.ok(rakeTasks('namespace :deep do\n'.repeat(20_000)).open);
  });
});
