/** Images, fonts, sound, film, documents of office programs, archives, what a compiler or a database writes. */
const binaryExtensions: ReadonlySet<string> = new Set(
  [
    'png jpg jpeg jpe gif bmp ico icns cur webp avif heic heif tif tiff tga psd psb ai eps svg svgz xcf sketch fig dds ktx hdr exr cr2 nef',
    'ttf ttc otf woff woff2 eot pfb pfm fnt',
    'mp3 mp4 m4a m4v wav ogg oga ogv opus flac aac aiff aif mid midi mov avi mkv webm wmv wma flv mpg mpeg 3gp swf fla',
    'pdf doc docx xls xlsx xlsm xlsb ppt pptx pptm odt ods odp odg epub mobi rtf vsd vsdx',
    'zip tar gz tgz bz2 tbz tbz2 xz txz lz lzma lz4 zst zstd 7z rar cab iso dmg pkg deb rpm msi msix apk aab ipa jar war ear aar nupkg snupkg whl egg gem crx xpi vsix',
    'exe dll so dylib a lib o obj ko bin elf class pyc pyo pyd pdb wasm bc beam rlib node nib car mo gmo qm dex',
    'db sqlite sqlite3 mdb accdb dbf rdb parquet avro orc arrow feather npy npz h5 hdf5 pkl pickle pth onnx tflite safetensors gguf joblib rds rdata mat',
    'p12 pfx jks keystore der gpg',
    'stl glb fbx blend 3ds skp dwg',
    'pcap pcapng dump dmp snk suo xcuserstate ds_store swp',
  ].flatMap(line => line.split(' ')),
);

/** Whether the name of a file says that it holds no lines a person wrote. Case does not matter. */
export function isBinaryName(name: string): boolean {
  const dot = name.lastIndexOf('.');
  return dot >= 0 && binaryExtensions.has(name.slice(dot + 1).toLowerCase());
}
