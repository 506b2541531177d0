using Simulator.Primitives;

namespace Simulator.Statistics.Tests;

public sealed class DesignTests
{
    private static readonly KeyedRandom Random = new(1, 0, "design");

    [Fact]
    public void A_latin_hypercube_has_one_point_in_every_slice_of_every_factor()
    {
        LatinHypercube design = new(37, 4, Random);

        for (int factor = 0; factor < 4; factor++)
        {
            IEnumerable<int> slices = Points(design).Select(point => (int)(point[factor] * 37)).Order();
            Assert.Equal(Enumerable.Range(0, 37), slices);
        }
    }

    [Fact]
    public void Another_factor_leaves_the_others_where_they_were()
    {
        double[][] two = Points(new LatinHypercube(20, 2, Random));
        double[][] three = Points(new LatinHypercube(20, 3, Random));

        Assert.Equal(two, three.Select(point => point[..2]));
    }

    [Fact]
    public void Latin_hypercubes_of_other_names_are_other_ones() =>
        Assert.NotEqual(
            new LatinHypercube(20, 2, Random).Point(0),
            new LatinHypercube(20, 2, new KeyedRandom(1, 0, "another")).Point(0));

    /// <remarks>The example of ten points in three dimensions that comes with the published direction
    /// numbers.</remarks>
    [Fact]
    public void The_first_points_of_the_sequence_are_the_published_ones()
    {
        double[][] expected =
        [
            [0, 0, 0], [0.5, 0.5, 0.5], [0.75, 0.25, 0.25], [0.25, 0.75, 0.75], [0.375, 0.375, 0.625],
            [0.875, 0.875, 0.125], [0.625, 0.125, 0.875], [0.125, 0.625, 0.375], [0.1875, 0.3125, 0.9375],
            [0.6875, 0.8125, 0.4375],
        ];

        Assert.Equal(expected, Points(new SobolSequence(10, 3)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_power_of_two_of_points_fills_every_slice_of_every_factor_once(bool scrambled)
    {
        SobolSequence sequence = new(1 << 10, SobolSequence.MostFactors, scrambled ? Random : null);
        double[][] points = Points(sequence);

        for (int factor = 0; factor < sequence.Factors; factor++)
        {
            IEnumerable<int> slices = points.Select(point => (int)(point[factor] * (1 << 10))).Order();
            Assert.Equal(Enumerable.Range(0, 1 << 10), slices);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_first_two_factors_fill_every_square_and_every_strip_once(bool scrambled)
    {
        double[][] points = Points(new SobolSequence(256, 2, scrambled ? Random : null));

        for (int bits = 0; bits <= 8; bits++)
        {
            int columns = 1 << bits;
            int rows = 256 / columns;
            var boxes = points.Select(point => ((int)(point[0] * columns), (int)(point[1] * rows)));
            Assert.Equal(256, boxes.Distinct().Count());
        }
    }

    [Fact]
    public void A_scrambled_point_lies_inside_the_cube_and_averages_a_half()
    {
        Moments first = new();
        for (ulong key = 0; key < 4_000; key++)
        {
            first.Add(new SobolSequence(1, 1, new KeyedRandom(7, key, "scrambling")).Point(0)[0]);
        }

        Assert.True(first.Minimum > 0 && first.Maximum < 1);
        Assert.Equal(0.5, first.Mean, 0.02);
        Assert.Equal(1 / 12.0, first.Variance, 0.004);
    }

    /// <remarks>Of every degree all primitive polynomials, ascending, as the published table orders them.</remarks>
    [Fact]
    public void The_polynomials_are_the_primitive_ones_in_order_and_the_numbers_odd_and_small()
    {
        int dimension = 1;
        for (int degree = 1; degree <= 8; degree++)
        {
            foreach (int inner in Enumerable.Range(0, 1 << (degree - 1)).Where(a => IsPrimitive(degree, a)))
            {
                int[] row = DirectionNumbers.Row(dimension++);
                Assert.Equal((degree, inner, degree + 2), (row[0], row[1], row.Length));
                Assert.All(row[2..].Select((m, i) => (m, i)), pair =>
                    Assert.True(pair.m % 2 == 1 && pair.m < 1 << (pair.i + 1)));
            }
        }

        Assert.Equal(DirectionNumbers.Dimensions, dimension);
    }

    [Theory]
    [InlineData(false, 5)]
    [InlineData(true, 8)]
    public void A_row_is_a_b_and_every_mixture_of_one_column(bool interactions, int perRow)
    {
        SaltelliDesign design = new(8, 3, Random, interactions);
        Assert.Equal(8 * perRow, design.Runs);

        double[] a = design.Point(2 * perRow);
        double[] b = design.Point((3 * perRow) - 1);
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(a.Select((x, j) => j == i ? b[j] : x), design.Point((2 * perRow) + 1 + i));
            if (interactions)
            {
                Assert.Equal(b.Select((x, j) => j == i ? a[j] : x), design.Point((2 * perRow) + 4 + i));
            }
        }
    }

    [Fact]
    public void Rows_that_are_no_power_of_two_are_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new SaltelliDesign(100, 3, Random));

    [Theory]
    [InlineData(4, 0)]
    [InlineData(6, 0)]
    [InlineData(4, 40)]
    public void A_trajectory_changes_every_factor_once_by_the_step_and_stays_on_the_levels(int levels, int candidates)
    {
        MorrisDesign design = new(10, 5, Random, levels, candidates);
        Assert.Equal(60, design.Runs);

        double[][] points = Points(design);
        Assert.All(points.SelectMany(point => point), x =>
            Assert.Equal(Math.Round(x * (levels - 1)), x * (levels - 1), 9));
        for (int t = 0; t < 10; t++)
        {
            List<int> changed = [];
            for (int step = 0; step < 5; step++)
            {
                double[] moves = [.. points[(6 * t) + step].Zip(points[(6 * t) + step + 1], (from, to) => to - from)];
                int factor = Assert.Single(Enumerable.Range(0, 5), i => moves[i] != 0);
                Assert.Equal(design.Step, Math.Abs(moves[factor]), 12);
                changed.Add(factor);
            }

            Assert.Equal([0, 1, 2, 3, 4], changed.Order());
        }
    }

    [Fact]
    public void Trajectories_chosen_among_more_lie_farther_apart()
    {
        double plain = Enumerable.Range(0, 20).Average(seed => Apart(seed, candidates: 0));
        double spread = Enumerable.Range(0, 20).Average(seed => Apart(seed, candidates: 30));

        Assert.True(spread > 1.03 * plain, $"{spread} against {plain}");
    }

    private static double Apart(int seed, int candidates)
    {
        double[][] points = Points(new MorrisDesign(6, 4, new KeyedRandom((ulong)seed, 0, "spread"), 4, candidates));
        return points.SelectMany((a, i) => points.Skip(i + 1).Select(b =>
            Math.Sqrt(a.Zip(b, (x, y) => (x - y) * (x - y)).Sum()))).Average();
    }

    // x is a generator of the field when its order in GF(2)[x] modulo the polynomial is 2^degree − 1.
    private static bool IsPrimitive(int degree, int inner)
    {
        int polynomial = (1 << degree) | (inner << 1) | 1;
        int power = 1;
        for (int order = 1; order < 1 << degree; order++)
        {
            power <<= 1;
            power ^= (power >> degree) == 1 ? polynomial : 0;
            if (power == 1)
            {
                return order == (1 << degree) - 1;
            }
        }

        return false;
    }

    private static double[][] Points(IUnitDesign design) =>
        [.. Enumerable.Range(0, design.Runs).Select(design.Point)];
}
