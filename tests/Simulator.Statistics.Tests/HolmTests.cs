using Simulator.Primitives;

namespace Simulator.Statistics.Tests;

public sealed class HolmTests
{
    private static readonly DrawPurpose Purpose = new("family");

    [Fact]
    public void Adjusted_values_are_those_of_the_definition() =>
        Assert.Equal([0.03, 0.06, 0.06, 0.02], Holm.Adjust([0.01, 0.04, 0.03, 0.005]), Near);

    [Fact]
    public void Adjusted_values_never_pass_one_and_never_swap() =>
        Assert.Equal([1, 1, 0.6, 1], Holm.Adjust([0.9, 0.5, 0.15, 0.4]), Near);

    [Fact]
    public void A_verdict_is_decided_at_its_level_exactly_when_its_adjusted_value_is_small()
    {
        for (ulong trial = 0; trial < 500; trial++)
        {
            double[] pValues = [.. Enumerable.Range(0, 6).Select(i => Skewed(trial, i))];
            Func<Confidence, bool>[] decided = [.. pValues.Select(Decides)];

            Confidence[] levels = Holm.Levels(decided);
            double[] adjusted = Holm.Adjust(pValues);

            for (int i = 0; i < pValues.Length; i++)
            {
                Assert.Equal(adjusted[i] <= 0.05, decided[i](levels[i]));
            }
        }
    }

    [Fact]
    public void A_single_verdict_is_read_at_the_level_of_its_family() =>
        Assert.Equal([0.95], Holm.Levels([_ => false]).Select(level => level.Level), Near);

    [Fact]
    public void In_a_family_of_ten_true_hypotheses_hardly_any_trial_has_a_false_verdict()
    {
        int wrong = 0;
        double[] values = new double[12];
        for (ulong trial = 0; trial < 1_000; trial++)
        {
            KeyedRandom random = new(13, trial, "family");
            Func<Confidence, bool>[] decided = new Func<Confidence, bool>[10];
            for (int k = 0; k < decided.Length; k++)
            {
                for (int i = 0; i < values.Length; i++)
                {
                    values[i] = random.Draw(Purpose, (ulong)k, (ulong)i).Normal();
                }

                Moments moments = Moments.Of(values);
                decided[k] = level => MeanInterval.Of(moments, level) is { } mean && (mean.Lower > 0 || mean.Upper < 0);
            }

            Confidence[] levels = Holm.Levels(decided);
            wrong += decided.Zip(levels).Any(pair => pair.First(pair.Second)) ? 1 : 0;
        }

        // Independent tests make Holm's bound of 5 % nearly sharp: 1 − (1 − 0.005)¹⁰ = 4.9 %.
        Assert.InRange(wrong / 1_000.0, 0.03, 0.07);
    }

    [Fact]
    public void Simultaneous_intervals_share_the_error() =>
        Assert.Equal(0.99, Holm.Simultaneous(5).Level, 12);

    private static Func<Confidence, bool> Decides(double pValue) => level => pValue <= 1 - level.Level;

    private static double Skewed(ulong trial, int i)
    {
        double u = new KeyedRandom(12, trial, "p").Draw(Purpose, (ulong)i).UnitInterval();
        return u * u * u;
    }

    private static bool Near(double a, double b) => Math.Abs(a - b) < 1e-12;
}
