using Simulator.Primitives;
using Xunit.Abstractions;

namespace Simulator.Statistics.Tests;

public sealed class CrossingTests(ITestOutputHelper output)
{
    private const int Cheaters = 50;

    private static readonly DrawPurpose Detection = new("detection");

    /// <remarks>
    /// Payoff of cheating n times under audit rate x: gain − stake·share caught, caught with probability x (n = 1) or
    /// 1 − (1 − x)⁵. It breaks even at gain, or at 1 − (1 − gain)^(1/5). One uniform per cheater decides at every rate.
    /// </remarks>
    [Theory]
    [InlineData(1, 0.23, 11)]
    [InlineData(5, 0.60, 6)]
    [InlineData(5, 0.60, 11)]
    public void The_interval_of_a_break_even_rate_covers_it_as_often_as_it_says(int occasions, double gain, int points)
    {
        double truth = 1 - Math.Pow(1 - gain, 1.0 / occasions);
        double[] grid = [.. Enumerable.Range(0, points).Select(i => 0.5 * i / (points - 1))];
        int covered = 0;
        int single = 0;
        Parallel.For(0, 2_000, trial =>
        {
            List<double[]> curves = Payoffs((ulong)trial, grid, occasions, gain, replications: 20);
            KeyedRandom random = new(41, (ulong)trial, "crossing");
            if (Crossing.Of(grid, curves, random, resamples: 300) is SingleCrossing { Falling: true } crossing)
            {
                Interlocked.Increment(ref single);
                Interlocked.Add(ref covered, crossing.At.Lower <= truth && truth <= crossing.At.Upper ? 1 : 0);
            }
        });

        output.WriteLine($"{occasions} occasions, {points} points: {covered} of {single} intervals cover {truth}");
        Assert.Equal(2_000, single);
        Assert.InRange(covered / 2_000.0, 0.93, 0.97);
    }

    /// <remarks>Caught in 20 occasions, gain 0.8: the curve bends between 1/20 and 1/5, where it crosses at 0.0773. The
    /// cubic alone, unwidened, covered in 36 % of 1,000 trials of 20 replications.</remarks>
    [Fact]
    public void A_grid_too_coarse_for_the_bend_is_said_to_be_and_the_interval_still_covers()
    {
        double truth = 1 - Math.Pow(0.2, 1 / 20.0);
        double[] grid = [0, 0.01, 0.05, 0.2, 0.5];
        int covered = 0;
        for (ulong trial = 0; trial < 200; trial++)
        {
            List<double[]> curves = Payoffs(trial, grid, 20, 0.8, replications: 40);
            KeyedRandom random = new(43, trial, "crossing");
            SingleCrossing crossing = Assert.IsType<SingleCrossing>(Crossing.Of(grid, curves, random, resamples: 200));
            covered += crossing.Coarse && crossing.At.Lower <= truth && truth <= crossing.At.Upper ? 1 : 0;
        }

        Assert.InRange(covered / 200.0, 0.93, 1);
    }

    [Fact]
    public void Curves_without_noise_give_the_place_itself()
    {
        double[] grid = [0, 1, 2, 3, 4];
        double[] line = [.. grid.Select(x => 2.5 - x)];

        SingleCrossing crossing = Assert.IsType<SingleCrossing>(Of(grid, line, line, line));

        Assert.Equal(2.5, crossing.At.Value, 9);
        Assert.Equal(0, crossing.At.HalfWidth!.Value, 9);
        Assert.True(crossing.Falling);
        Assert.False(crossing.Coarse);
        Assert.Equal((1, 4), (crossing.Left, crossing.Right));
    }

    [Fact]
    public void A_rising_curve_crosses_as_well()
    {
        double[] grid = [0, 1, 2];
        double[] line = [.. grid.Select(x => x - 0.75)];

        SingleCrossing crossing = Assert.IsType<SingleCrossing>(Of(grid, line, line));

        Assert.Equal(0.75, crossing.At.Value, 9);
        Assert.False(crossing.Falling);
    }

    [Fact]
    public void Two_points_are_joined_by_a_line()
    {
        SingleCrossing crossing = Assert.IsType<SingleCrossing>(Of([0, 1], [3, -1], [3, -1]));

        Assert.Equal(0.75, crossing.At.Value, 12);
    }

    [Theory]
    [InlineData(1, CrossingSide.Above)]
    [InlineData(-1, CrossingSide.Below)]
    [InlineData(0, CrossingSide.Undecided)]
    public void A_curve_on_one_side_crosses_nowhere(double height, CrossingSide side)
    {
        double[] level = [height, height, height];

        Assert.Equal(new NoCrossing(side, 2), Of([0, 1, 2], level, level));
    }

    [Fact]
    public void A_change_of_sign_within_chance_is_no_crossing()
    {
        CrossingEstimate estimate = Of([0, 1, 2], [5, 2, -3], [6, -2, 3], [4, 1, -1], [5, -1, 0.5]);

        Assert.Equal(new NoCrossing(CrossingSide.Above, 4), estimate);
    }

    [Fact]
    public void Several_crossings_are_listed_and_none_is_chosen()
    {
        double[] wave = [1, -1, -1, 1];

        SeveralCrossings several = Assert.IsType<SeveralCrossings>(Of([0, 1, 2, 3], wave, wave));

        Assert.Equal([(0, 1), (2, 3)], several.Brackets);
    }

    [Fact]
    public void A_grid_that_does_not_ascend_is_refused() =>
        Assert.Throws<ArgumentException>(() => Of([0, 0], [1, -1], [1, -1]));

    [Fact]
    public void A_curve_of_another_length_is_refused() =>
        Assert.Throws<ArgumentException>(() => Of([0, 1], [1, -1], [1]));

    private static CrossingEstimate Of(double[] grid, params double[][] curves) =>
        Crossing.Of(grid, curves, new KeyedRandom(1, 0, "crossing"), resamples: 100);

    private static List<double[]> Payoffs(ulong trial, double[] grid, int occasions, double gain, int replications)
    {
        KeyedRandom random = new(42, trial, "payoff");
        List<double[]> curves = [];
        for (int r = 0; r < replications; r++)
        {
            double[] curve = new double[grid.Length];
            Array.Fill(curve, gain);
            for (int cheater = 0; cheater < Cheaters; cheater++)
            {
                double luck = random.Draw(Detection, (ulong)r, (ulong)cheater).UnitInterval();
                for (int i = 0; i < grid.Length; i++)
                {
                    double caught = 1 - Math.Pow(1 - grid[i], occasions);
                    curve[i] -= luck < caught ? 1.0 / Cheaters : 0;
                }
            }

            curves.Add(curve);
        }

        return curves;
    }
}
