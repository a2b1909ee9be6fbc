/** The key of an installation that was given none: a file of DATA_DIR, replaced in steps that may each be the last. */

import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { nextKeyFile } from '../config.js'

/** Makes the key that will take the place of the one in `file`; one that waits since an interrupted try is kept. */
export function makeNextKey(file: string): void {
  const next = nextKeyFile(file)
  if (existsSync(next)) return
  // Whole or not at all: what a key has wrapped is lost with half of it.
  const unfinished = `${next}.${process.pid}`
  const descriptor = openSync(unfinished, 'wx', 0o600)
  writeSync(descriptor, `${randomBytes(32).toString('base64')}\n`)
  fsyncSync(descriptor)
  closeSync(descriptor)
  renameSync(unfinished, next)
  keepNames(file)
}

/** Puts the next key in its place; the one before is gone. Only when nothing is wrapped by that one any more. */
export function takeNextKey(file: string): void {
  renameSync(nextKeyFile(file), file)
  keepNames(file)
}

/** A file's name is written to the disk with its folder. */
function keepNames(file: string): void {
  const folder = openSync(dirname(file), 'r')
  fsyncSync(folder)
  closeSync(folder)
}
