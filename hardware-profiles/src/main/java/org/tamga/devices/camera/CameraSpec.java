package org.tamga.devices.camera;

/**
 * How a camera's pictures are.
 *
 * @param width asked for; 160 … 4,096 pixels, also the most that is accepted
 * @param height asked for; 120 … 4,096 pixels, also the most that is accepted
 * @param fps asked for, 1 … 60
 * @param mostBytesPerFrame of a compressed picture, 10,000 … 20,000,000
 */
public record CameraSpec(int width, int height, int fps, int mostBytesPerFrame) {}
