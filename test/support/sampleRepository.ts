import { describeSample } from '../../src/sample/sampleHistory';
import type { BuiltRepository } from './builtRepository';
import { RepositoryBuilder } from './repositoryBuilder';

/** The sample in a temporary folder, checked out. @param until as in {@link describeSample} */
export async function buildSampleRepository({ until }: { readonly until: number }): Promise<BuiltRepository> {
  const builder = new RepositoryBuilder({ name: 'harbour' });
  const merged = await describeSample(builder, until, async mark => (await builder.build()).sha(mark));
  const repository = await builder.build({ checkout: true });
  await repository.git('branch', '--quiet', '-D', ...merged);
  return repository;
}
