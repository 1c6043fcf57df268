import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Where browsers that can be used stand when they are installed. */
const PLACES: readonly string[] = [
  ...['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable'],
  ...['/usr/bin/microsoft-edge', '/usr/bin/microsoft-edge-stable', '/usr/bin/brave-browser', '/snap/bin/chromium'],
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * The browser is given everything by us and has no network of its own: every name and address, that of its proxy too,
 * resolves to nothing, and what needs no name (WebRTC, QUIC) is off.
 */
const ALONE: readonly string[] = [
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--proxy-server=http://nowhere.invalid:9',
  '--proxy-bypass-list=<-loopback>',
  '--disable-quic',
  '--dns-prefetch-disable',
  '--no-pings',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--disable-background-networking',
  '--disable-domain-reliability',
  '--disable-component-update',
  '--disable-sync',
  '--disable-gpu',
  '--js-flags=--max-old-space-size=1024',
  '--mute-audio',
];

/** The path of a browser that is installed; `null` where none is. */
export function installedBrowser(wanted?: string): string | null {
  return (wanted === undefined ? PLACES : [wanted]).find((path) => existsSync(path)) ?? null;
}

/** Starts a browser without a network. It gets nothing of our environment but what it needs to start. */
export function openBrowser(path: string): Promise<Browser> {
  const kept = ['PATH', 'HOME', 'LANG', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'LOCALAPPDATA', 'FONTCONFIG_PATH'];
  const env = Object.fromEntries(kept.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
  return chromium.launch({
    ...{ executablePath: path, headless: true, args: [...ALONE], env, timeout: 30_000 },
    // Chromium refuses to run its sandbox as root.
    chromiumSandbox: process.getuid?.() !== 0,
  });
}
