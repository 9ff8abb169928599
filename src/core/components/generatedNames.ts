/** Folders that a tool writes as a whole. */
const generatedFolder =
  /(?:^|\/)(?:__generated__|_generated|generated|__snapshots__|vcr_cassettes|\.openapi-generator|\.dart_tool|\.nx\/cache|\.next|\.nuxt|\.turbo|__pycache__|\.gradle|\.terraform|DerivedData|storybook-static|coverage\/lcov-report)\//;

/** Builds that are committed beside their source; other files in `dist/` may be the project's own packaging. */
const builtFile = /(?:^|\/)(?:dist|dist-[\w-]+)\/(?:.*\/)?[^/]+\.(?:[cm]?js|css|map|d\.[cm]?ts)$/;

const generatedNames: readonly RegExp[] = [
  // Protocol buffers, gRPC, FlatBuffers, Thrift.
  /\.pb(?:\.gw|\.validate)?\.(?:go|cc|h|c|swift|ex|rs)$|_grpc\.pb\.go$|\.pb\.[cm]?[jt]s$|_(?:grpc_)?pb\.(?:js|ts|d\.ts|rb|php)$|_services_pb\.rb$/,
  /_pb2(?:_grpc)?\.pyi?$|_connect(?:query)?\.(?:js|ts|d\.ts)$|\.(?:pb|pbenum|pbjson|pbserver|pbgrpc)\.dart$|Grpc\.cs$|OuterClass\.java$/,
  /_generated\.(?:h|rs|go|py|ts|js|swift)$/,
  // Dart, Go, .NET, others whose generators mark their output.
  /\.(?:g|freezed|gr|mocks|config|chopper|reflectable)\.dart$/,
  /(?:^|\/)zz_generated[._][^/]*\.go$|_gen\.go$|(?:\.gen|[._]generated)\.(?:go|[cm]?[jt]sx?|d\.ts|py|rb|rs|java|kt|cs|swift|dart|php|graphql|ex|h|hpp|c|cc|cpp)$/,
  /\.(?:designer|generated|g|g\.i|AssemblyInfo)\.(?:cs|vb|fs)$/i,
  /(?:^|\/)wire_gen\.go$|(?:^|\/)bindata(?:_[^/]*)?\.go$/,
  // Parser generators, autoconf.
  /\.tab\.(?:c|cc|cpp|h|hh)$|(?:^|\/)lex\.yy\.(?:c|cc)$|(?:^|\/)(?:aclocal\.m4|configure|ltmain\.sh)$/,
  // Snapshots of tests, source maps, type and API reports, schemas that migrations write.
  /\.snap$|\.ambr$|\.(?:[cm]?js|css|ts|d\.ts|html|dart)\.map$|\.tsbuildinfo$|\.api\.md$|(?:^|\/)\.eslintcache$/,
  /(?:^|\/)db\/(?:schema\.rb|structure\.sql|[\w-]+_(?:schema\.rb|structure\.sql))$/,
  /\.pbxproj$|\.xcworkspacedata$|\.resx?\.designer\.\w+$|(?:^|\/)(?:\.pnp\.c?js|\.pnp\.loader\.mjs)$/,
  /(?:^|\/)(?:GeneratedPluginRegistrant\.\w+|generated_plugin_registrant\.\w+|next-env\.d\.ts|worker-configuration\.d\.ts)$/,
];

const minified = /[.-]min\.(?:[cm]?js|css|html|svg|json)$|\.(?:min|chunk)\.[\w-]+\.(?:js|css)$/;

/** Whether a path looks like the output of a tool that is committed beside what it was made from. */
export function isGeneratedPath(path: string): boolean {
  return generatedFolder.test(path) || builtFile.test(path) || generatedNames.some(pattern => pattern.test(path));
}

/** Whether a path is a script or style sheet without its spaces. */
export function isMinifiedPath(path: string): boolean {
  return minified.test(path);
}
