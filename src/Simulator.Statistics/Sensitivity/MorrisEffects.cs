using Simulator.Primitives;

namespace Simulator.Statistics;

/// <summary>Elementary effects from the outputs of a <see cref="MorrisDesign"/>.</summary>
public static class MorrisEffects
{
    /// <param name="design">The design the runs were made by.</param>
    /// <param name="outputs">One per run, in the design's order; NaN for a run that failed, whose whole trajectory is
    /// then left out.</param>
    /// <param name="random">Named after the figure, for the resamples.</param>
    /// <param name="confidence">95 % by default.</param>
    /// <param name="resamples">At least 2.</param>
    /// <returns>One per factor; <see cref="Estimate.N"/> is the number of trajectories used. Empty when fewer than two
    /// trajectories are whole.</returns>
    /// <exception cref="ArgumentException">Not one output per run.</exception>
    public static IReadOnlyList<MorrisEffect> Of(
        MorrisDesign design,
        ReadOnlySpan<double> outputs,
        KeyedRandom random,
        Confidence? confidence = null,
        int resamples = 1_000)
    {
        if (outputs.Length != design.Runs)
        {
            throw new ArgumentException("one output per run of the design", nameof(outputs));
        }

        List<double[]> effects = [];
        for (int t = 0; t < design.Trajectories; t++)
        {
            double[] ofTrajectory = Elementary(design, t, outputs);
            if (ofTrajectory.All(double.IsFinite))
            {
                effects.Add(ofTrajectory);
            }
        }

        return effects.Count < 2
            ? []
            : [.. Enumerable.Range(0, design.Factors).Select(factor => Of(
                [.. effects.Select(effect => effect[factor])], random, confidence, resamples))];
    }

    private static MorrisEffect Of(double[] effects, KeyedRandom random, Confidence? confidence, int resamples)
    {
        double[] sizes = [.. effects.Select(Math.Abs)];
        return new MorrisEffect(
            Bootstrap.Percentile(effects, values => Moments.Of(values).Mean, random, confidence, resamples),
            Bootstrap.Percentile(sizes, values => Moments.Of(values).Mean, random, confidence, resamples),
            Bootstrap.Percentile(effects, values => Math.Sqrt(Moments.Of(values).Variance), random, confidence,
                resamples));
    }

    private static double[] Elementary(MorrisDesign design, int trajectory, ReadOnlySpan<double> outputs)
    {
        double[] effects = new double[design.Factors];
        int first = trajectory * (design.Factors + 1);
        for (int step = 0; step < design.Factors; step++)
        {
            int factor = design.Changed(trajectory, step);
            double moved = design.Point(first + step + 1)[factor] - design.Point(first + step)[factor];
            double gained = outputs[first + step + 1] - outputs[first + step];
            effects[factor] = Math.Sign(moved) * gained / design.Step;
        }

        return effects;
    }
}
