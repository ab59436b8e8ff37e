import { appError, type AppError } from '@contract/errors';
import type { ResponseOf } from '@contract/requests';
import { inspectPicture, photoBounds, type PhotoFault } from '@domain/photo/inspect';
import { err, type Result } from '@domain/result';
import { call } from '../../bridge/bridge';

/** A picture the archive has, with the words it brought. */
export type TakenIn = ResponseOf<'photo.add'>;

/** How good the smaller picture is. */
const previewQuality = 0.85;

/**
 * Takes a picture into the archive: looks at its header, decodes it away from the thread that draws,
 * and sends the original with a smaller one. What is none, is cut off, or is more than is decoded is
 * refused with its reason, and nothing is changed.
 */
export async function takeInPicture(blob: Blob): Promise<Result<TakenIn, AppError>> {
  if (blob.size > photoBounds.bytes) return refused('photo-too-large');
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = new Uint8Array(await blob.arrayBuffer());
  } catch {
    return refused('photo-truncated');
  }
  const facts = inspectPicture(bytes);
  if (!facts.ok) return refused(facts.error);
  const { type, width, height } = facts.value;
  const preview = await previewOf(new Blob([bytes], { type }), width, height);
  return preview === null ? refused('photo-truncated') : call('photo.add', { bytes, preview });
}

/** Why a picture is not taken in, for its sentence. */
export function refused(fault: PhotoFault): Result<never, AppError> {
  return err(
    appError('validation', fault, { most: Math.round(photoBounds.bytes / (1024 * 1024)) }),
  );
}

/** A JPEG of it, 1,600 pixels at most; null where it cannot be decoded. */
async function previewOf(
  blob: Blob,
  width: number,
  height: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const { previewSide } = photoBounds;
  const scale = Math.min(1, previewSide / Math.max(width, height));
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(
      blob,
      scale < 1 ? { resizeWidth: Math.round(width * scale), resizeQuality: 'medium' } : {},
    );
  } catch {
    return null;
  }
  try {
    // Turned by its metadata it may be higher than was asked for.
    const fit = Math.min(1, previewSide / Math.max(bitmap.width, bitmap.height));
    const [w, h] = [bitmap.width, bitmap.height].map((side) => Math.max(1, Math.round(side * fit)));
    const canvas = new OffscreenCanvas(w ?? 1, h ?? 1);
    const context = canvas.getContext('2d');
    if (context === null) return null;
    // A JPEG has no transparency.
    context.fillStyle = 'white';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    const small = await canvas.convertToBlob({ type: 'image/jpeg', quality: previewQuality });
    return new Uint8Array(await small.arrayBuffer());
  } catch {
    return null;
  } finally {
    bitmap.close();
  }
}
