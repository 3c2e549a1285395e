package org.tamga.matcher.face.network;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_dnn;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.StringVector;
import org.bytedeco.opencv.opencv_dnn.Net;
import org.tamga.matcher.face.model.FaceFault;
import org.tamga.matcher.face.model.PinnedModel;

/**
 * A network on OpenCV's dnn module alone: its objdetect and face modules load only with a windowing
 * library. Native memory of a run is freed when it ends, that of the network by {@link #close()}.
 */
final class OpenCvNetwork implements Network {
    private final Net net;
    private boolean closed;

    private OpenCvNetwork(Net net) {
        this.net = net;
    }

    static NetworkOpening open(PinnedModel model, byte[] content) {
        try (BytePointer bytes = new BytePointer(content)) {
            Net net = opencv_dnn.readNetFromONNX(bytes, content.length);
            if (net.empty()) {
                net.close();
                return new NetworkOpening.Refused(
                        FaceFault.NETWORK_FAILED, model + " has no layers");
            }
            return new NetworkOpening.Opened(model, new OpenCvNetwork(net));
        } catch (LinkageError e) {
            return new NetworkOpening.Refused(
                    FaceFault.NO_NATIVE_LIBRARY, "OpenCV does not load: " + e.getMessage());
        } catch (RuntimeException e) {
            // What the binding makes of every C++ exception.
            return new NetworkOpening.Refused(
                    FaceFault.NETWORK_FAILED, "OpenCV does not read " + model);
        }
    }

    @Override
    public synchronized NetworkAnswer run(
            float[] planes, int width, int height, List<String> outputs) {
        if (closed) {
            throw new IllegalStateException("the network was closed");
        }
        try (PointerScope _ = new PointerScope()) {
            Mat blob = new Mat(new int[] {1, 3, height, width}, opencv_core.CV_32F);
            blob.<FloatBuffer>createBuffer().put(planes);
            net.setInput(blob);
            List<float[]> values = outputs.isEmpty() ? last() : named(outputs);
            return values.stream().allMatch(OpenCvNetwork::isFinite)
                    ? new NetworkAnswer.Values(values)
                    : new NetworkAnswer.Failed("the network's answer is not finite");
        } catch (RuntimeException e) {
            // What the binding makes of every C++ exception.
            return new NetworkAnswer.Failed("the network does not take this input");
        }
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            net.close();
        }
    }

    private List<float[]> last() {
        return List.of(copy(net.forward()));
    }

    private List<float[]> named(List<String> outputs) {
        StringVector names = new StringVector();
        outputs.forEach(output -> names.push_back(new BytePointer(output)));
        MatVector answers = new MatVector();
        net.forward(answers, names);
        List<float[]> values = new ArrayList<>();
        for (int i = 0; i < outputs.size(); i++) {
            values.add(copy(answers.get(i)));
        }
        return values;
    }

    /** A copy: the next run writes into the same memory, which may be larger than the answer. */
    private static float[] copy(Mat answer) {
        float[] values = new float[Math.toIntExact(answer.total())];
        answer.<FloatBuffer>createBuffer().get(values);
        return values;
    }

    private static boolean isFinite(float[] values) {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }
}
