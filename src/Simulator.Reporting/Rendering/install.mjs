// Installs the chart packages into a per-user cache: node install.mjs <folder with the lock file> <cache folder>.
// Builds may run in parallel: each installs into a folder of its own and renames it; the first one wins.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

const [source, target] = process.argv.slice(2);
if (!existsSync(target)) {
  mkdirSync(dirname(target), { recursive: true });
  const folder = mkdtempSync(join(dirname(target), 'install-'));
  try {
    for (const file of ['package.json', 'package-lock.json']) {
      copyFileSync(join(source, file), join(folder, file));
    }
    const windows = process.platform === 'win32';
    const npm = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: folder,
      shell: windows,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    if (npm.error || npm.status !== 0) {
      throw new Error('npm ci did not succeed' + (npm.error ? ': ' + npm.error.message : ''));
    }
    renameSync(folder, target);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    if (!existsSync(target)) {
      console.error(error.message);
      process.exitCode = 1;
    }
  }
}
