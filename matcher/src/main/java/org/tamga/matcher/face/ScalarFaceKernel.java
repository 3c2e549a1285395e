package org.tamga.matcher.face;

/** Plain Java. */
final class ScalarFaceKernel implements FaceKernel {
    @Override
    public double dot(float[] a, float[] b) {
        return dot(a, b, 0);
    }

    @Override
    public void dots(float[] probe, float[] gallery, int count, double[] products) {
        for (int i = 0; i < count; i++) {
            products[i] = dot(probe, gallery, i * probe.length);
        }
    }

    @Override
    public void dots(byte[] probe, byte[] gallery, int count, int[] products) {
        for (int i = 0; i < count; i++) {
            int sum = 0;
            for (int j = 0, at = i * probe.length; j < probe.length; j++, at++) {
                sum += probe[j] * gallery[at];
            }
            products[i] = sum;
        }
    }

    @Override
    public String name() {
        return "plain Java";
    }

    private static double dot(float[] a, float[] b, int at) {
        float sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[at + j];
        }
        return sum;
    }
}
