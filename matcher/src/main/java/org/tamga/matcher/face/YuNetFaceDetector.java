package org.tamga.matcher.face;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tamga.matcher.face.model.FaceFault;
import org.tamga.matcher.face.model.PinnedModel;
import org.tamga.matcher.face.network.Network;
import org.tamga.matcher.face.network.NetworkAnswer;
import org.tamga.matcher.face.network.NetworkOpening;

/** YuNet (Wu, Peng and Yu 2023). */
final class YuNetFaceDetector implements FaceDetector {
    private static final int MULTIPLE = 32;

    /**
     * OpenCV 4.13 reads beyond a level of one row or column: with 32 pixels the answer is random.
     */
    private static final int MIN_SIDE = 96;

    private static final List<Integer> STRIDES = List.of(8, 16, 32);
    private static final List<String> OUTPUTS =
            STRIDES.stream()
                    .flatMap(
                            stride ->
                                    Stream.of("cls_", "obj_", "bbox_", "kps_").map(o -> o + stride))
                    .toList();

    private final Network network;
    private final PinnedModel.Input input;

    YuNetFaceDetector(NetworkOpening.Opened opened) {
        this.network = opened.network();
        this.input = opened.model().input();
    }

    @Override
    public FaceDetection detect(FaceImage image, int maxSide) {
        if (maxSide < 64 || maxSide > 1920) {
            throw new IllegalArgumentException(maxSide + " is not 64–1920 pixels");
        }
        double scale = Math.min(1.0, (double) maxSide / Math.max(image.width(), image.height()));
        int width = padded(image.width() * scale);
        int height = padded(image.height() * scale);
        // A pixel's middle stays its middle: without the shift a half pixel would be lost.
        Similarity placement = Similarity.scaling(scale, (scale - 1) / 2, (scale - 1) / 2);
        try (FaceImage scaled =
                Resampling.draw(image, placement, width, height, Resampling.Border.BLACK)) {
            NetworkAnswer answer =
                    network.run(Resampling.planes(scaled, input), width, height, OUTPUTS);
            return switch (answer) {
                case NetworkAnswer.Failed(String detail) ->
                        new FaceDetection.Unavailable(FaceFault.NETWORK_FAILED, detail);
                case NetworkAnswer.Values(List<float[]> outputs) ->
                        new FaceDetection.Found(
                                YuNetAnchors.suppress(decode(outputs, width, height)).stream()
                                        .map(face -> face.scaled(1 / scale))
                                        .toList());
            };
        }
    }

    @Override
    public void close() {
        network.close();
    }

    private static List<FaceBox> decode(List<float[]> outputs, int width, int height) {
        List<FaceBox> candidates = new ArrayList<>();
        for (int level = 0; level < STRIDES.size(); level++) {
            int stride = STRIDES.get(level);
            candidates.addAll(
                    new YuNetAnchors(stride, width / stride, height / stride)
                            .decode(
                                    outputs.get(4 * level),
                                    outputs.get(4 * level + 1),
                                    outputs.get(4 * level + 2),
                                    outputs.get(4 * level + 3)));
        }
        return candidates;
    }

    private static int padded(double side) {
        return Math.max(MIN_SIDE, (int) Math.ceil(side / MULTIPLE) * MULTIPLE);
    }
}
