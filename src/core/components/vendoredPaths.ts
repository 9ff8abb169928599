/** Folders that hold other people's code wherever they stand. */
const vendoredFolder =
  /(?:^|\/)(?:node_modules|bower_components|jspm_packages|web_modules|vendor|vendors|vendored|_vendor|third[_-]?party|3rd[_-]?party|Godeps\/_workspace|Godeps|Pods|Carthage\/(?:Build|Checkouts)|elm-stuff|site-packages|\.bundle|\.eggs|\.yarn\/(?:releases|plugins|sdks|cache|unplugged|versions)|gradle\/wrapper|\.mvn\/wrapper|wwwroot\/lib|public\/ckeditor|ckeditor|tiny_mce|tinymce)\//;

/**
 * At the root only, where these are a habit of C and Erlang projects; deeper, they are as often the project's own.
 * What lies in `deps/` itself (its Makefile, its notes on how to upgrade) is the project's: only folders in it are foreign.
 */
const vendoredRootFolder = /^(?:deps|external|externals|extern|subprojects\/packagecache)\/[^/]+\//;

/** Wrappers, build tools and libraries that are copied in as one file. */
const vendoredFile =
  /(?:^|\/)(?:gradlew|gradlew\.bat|mvnw|mvnw\.cmd|waf|cpplint\.py|config\.guess|config\.sub|install-sh|depcomp|libtool\.m4|lt[\w~]+\.m4|get-pip\.py|ez_setup\.py|versioneer\.py|modernizr(?:[.-][\d.]+)?\.js|jquery[.-]\d[\w.-]*\.js|jquery[.-]ui[\w.-]*\.(?:js|css)|bootstrap(?:-theme|-grid|-reboot|-responsive)?\.css|bootstrap\.bundle\.js|(?:react|vue|angular|ember|backbone|underscore|lodash|prototype|mootools|d3|moment|raphael|normalize|font-?awesome|html5shiv|respond|handlebars|knockout|require)[.-]v?\d+(?:\.\d+)+\.(?:js|css))$/;

/** An unversioned copy; `src/jquery.js` is the library itself. */
const jquery = /(?<!(?:^|\/)src\/)(?<![^/])jquery\.js$/;

/**
 * Whether a path, by the habits of the common ecosystems, holds code that was copied in from elsewhere.
 * After the idea of github-linguist's `vendor.yml`, but tests, fixtures, documentation and CI files stay: people here wrote them.
 */
export function isVendoredPath(path: string): boolean {
  return vendoredFolder.test(path) || vendoredRootFolder.test(path) || vendoredFile.test(path) || jquery.test(path);
}
