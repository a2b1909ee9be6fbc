/** Forms that may carry a file. */

import type { FastifyRequest } from 'fastify'

export interface Upload {
  fields: Record<string, string>
  /** Absent when none was chosen. */
  file: Buffer | undefined
  /** The file was larger than the limit, and is not here. */
  isTooLarge: boolean
}

class DamagedUploadError extends Error {
  override name = 'DamagedUploadError'
  readonly statusCode = 400
}

/**
 * Reads the fields and at most one file into memory; what lies beyond the limit is read past, so that the answer
 * reaches a browser that is still sending.
 */
export async function readUpload(
  request: FastifyRequest,
  { file: name, limit }: { file: string; limit: number },
): Promise<Upload> {
  const upload: Upload = { fields: {}, file: undefined, isTooLarge: false }
  if (!request.isMultipart()) {
    for (const [field, value] of Object.entries((request.body ?? {}) as Record<string, unknown>))
      if (typeof value === 'string') upload.fields[field] = value
    return upload
  }
  try {
    for await (const part of request.parts({ limits: { fileSize: limit } })) {
      if (part.type === 'field') {
        if (typeof part.value === 'string') upload.fields[part.fieldname] = part.value
        continue
      }
      const chunks: Buffer[] = []
      for await (const chunk of part.file) chunks.push(chunk)
      if (part.fieldname !== name) continue
      if (part.file.truncated) upload.isTooLarge = true
      else if (chunks.length > 0) upload.file = Buffer.concat(chunks)
    }
  } catch (error) {
    const { code, statusCode } = error as { code?: string; statusCode?: number }
    // Told once all fields are read: what was typed beside the file is shown again.
    if (code === 'FST_REQ_FILE_TOO_LARGE') upload.isTooLarge = true
    else if (statusCode) throw error
    // The parser's own complaints about damaged bytes carry no status.
    else throw new DamagedUploadError()
  }
  return upload
}
