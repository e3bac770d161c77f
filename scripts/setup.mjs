// Runs before anything is installed, on any Node that can load a module: hence the old syntax and no dependencies.
import { spawnSync } from 'child_process';
import { createHash } from 'crypto';
import { readFileSync, writeFileSync } from 'fs';
import { dirname, join } from 'path';
import { fileURLToPath } from 'url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stampFile = join(root, 'node_modules', '.deskkit-setup.json');
const oldestNode = [20, 19];

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (_) {
    return '';
  }
}

function isTooOld(version) {
  const parts = version.split('.').map(Number);
  return parts[0] < oldestNode[0] || (parts[0] === oldestNode[0] && parts[1] < oldestNode[1]);
}

function currentStamp() {
  const lock = createHash('sha256')
    .update(read(join(root, 'package-lock.json')))
    .digest('hex');
  return { lock: lock, node: process.version, platform: process.platform + '-' + process.arch };
}

// npm writes this file as the last act of an install, so it also tells of installs made without this script.
function isInstalled() {
  const hidden = read(join(root, 'node_modules', '.package-lock.json'));
  if (!hidden) return false;
  const wanted = JSON.parse(read(join(root, 'package-lock.json'))).packages;
  const present = JSON.parse(hidden).packages;
  return Object.keys(wanted).every((path) => {
    if (path.indexOf('node_modules/') === -1) return true;
    if (!present[path]) return Boolean(wanted[path].optional || wanted[path].devOptional || wanted[path].peer);
    return present[path].version === wanted[path].version && present[path].integrity === wanted[path].integrity;
  });
}

function install() {
  const env = Object.assign({}, process.env);
  Object.keys(env).forEach((name) => {
    if (/^npm_(lifecycle|package|command)/.test(name)) delete env[name];
  });
  const npm = process.env.npm_execpath;
  const args = ['ci', '--progress=true', '--loglevel=notice', '--no-audit', '--no-fund'];
  process.stderr.write('Installing dependencies: about two minutes the first time.\n');
  const result = npm
    ? spawnSync(process.execPath, [npm].concat(args), { cwd: root, env: env, stdio: 'inherit' })
    : spawnSync('npm', args, { cwd: root, env: env, stdio: 'inherit', shell: process.platform === 'win32' });
  return result.status === null ? 1 : result.status;
}

function setUp() {
  if (isTooOld(process.versions.node)) {
    process.stderr.write(
      'DeskKit needs Node ' + oldestNode.join('.') + ' or newer, and this is Node ' + process.versions.node + '.\n',
    );
    return 1;
  }
  const stamp = currentStamp();
  const text = JSON.stringify(stamp);
  const before = read(stampFile);
  if (before === text) return 0;

  const old = before ? JSON.parse(before) : stamp;
  const sameMachine = old.node === stamp.node && old.platform === stamp.platform;
  if (!sameMachine || !isInstalled()) {
    const status = install();
    if (status !== 0) return status;
  }
  writeFileSync(stampFile, text);
  return 0;
}

process.exitCode = setUp();
