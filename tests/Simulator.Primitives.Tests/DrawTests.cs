namespace Simulator.Primitives.Tests;

public sealed class DrawTests
{
    private static readonly DrawPurpose Purpose = new("test");

    [Fact]
    public void A_draw_is_a_pure_function_of_its_key()
    {
        KeyedRandom first = new(7, 0, "users/3");
        KeyedRandom second = new(7, 0, "users/3");

        Assert.Equal(first.Draw(Purpose, 5, 1), second.Draw(Purpose, 5, 1));
    }

    [Fact]
    public void Every_part_of_the_key_matters()
    {
        KeyedRandom random = new(7, 0, "users/3");
        Draw[] draws =
        [
            random.Draw(Purpose, 5, 1),
            random.Draw(Purpose, 5, 2),
            random.Draw(Purpose, 6, 1),
            random.Draw(new DrawPurpose("other"), 5, 1),
            new KeyedRandom(8, 0, "users/3").Draw(Purpose, 5, 1),
            new KeyedRandom(7, 1, "users/3").Draw(Purpose, 5, 1),
            new KeyedRandom(7, 0, "users/4").Draw(Purpose, 5, 1),
        ];

        Assert.Equal(draws.Length, draws.Distinct().Count());
    }

    [Fact]
    public void Integers_below_a_bound_are_uniform_by_a_chi_square_test()
    {
        KeyedRandom random = new(1, 0, "uniform");
        const int Cells = 10;
        const int Samples = 100_000;
        int[] counts = new int[Cells];
        for (ulong i = 0; i < Samples; i++)
        {
            counts[random.Draw(Purpose, i).Below(Cells)]++;
        }

        double expected = (double)Samples / Cells;
        double statistic = counts.Sum(count => (count - expected) * (count - expected) / expected);
        Assert.InRange(statistic, 0, 27.88); // 99.9 % quantile of chi-square with 9 degrees of freedom.
    }

    [Fact]
    public void Exponential_spans_have_the_stated_mean_and_normal_values_the_stated_moments()
    {
        KeyedRandom random = new(2, 0, "moments");
        SimDuration mean = SimDuration.FromSeconds(1);
        const int Samples = 200_000;
        double spans = 0;
        double sum = 0;
        double squares = 0;
        for (ulong i = 0; i < Samples; i++)
        {
            spans += random.Draw(Purpose, i).Exponential(mean).TotalSeconds;
            double z = random.Draw(Purpose, i, 1).Normal();
            sum += z;
            squares += z * z;
        }

        Assert.Equal(1, spans / Samples, 0.01);
        Assert.Equal(0, sum / Samples, 0.01);
        Assert.Equal(1, squares / Samples, 0.015);
    }

    [Fact]
    public void A_certain_chance_always_holds_and_an_impossible_one_never()
    {
        KeyedRandom random = new(3, 0, "chance");
        for (ulong i = 0; i < 10_000; i++)
        {
            Assert.True(random.Draw(Purpose, i).Chance(Ratio.One));
            Assert.False(random.Draw(Purpose, i).Chance(Ratio.Zero));
        }
    }
}
