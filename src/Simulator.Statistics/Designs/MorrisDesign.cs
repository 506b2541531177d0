using Simulator.Primitives;

namespace Simulator.Statistics;

/// <summary>
/// Trajectories through a grid of p levels that change one factor at a time, each factor once, by Δ = p / (2(p − 1)) up
/// or down: k + 1 runs for one elementary effect of every factor.
/// </summary>
/// <remarks>
/// M. D. Morris, Technometrics 33 (1991), p. 161. Spreading: out of more candidates, those trajectories are kept that
/// lie far apart, in the sense of F. Campolongo, J. Cariboni, A. Saltelli, Environmental Modelling and Software 22
/// (2007), p. 1509; chosen greedily, which is not always their optimum.
/// </remarks>
public sealed class MorrisDesign : IUnitDesign
{
    private static readonly DrawPurpose Order = new("morris-order");
    private static readonly DrawPurpose Start = new("morris-start");
    private static readonly DrawPurpose Direction = new("morris-direction");

    private readonly List<double[][]> trajectories;
    private readonly List<int[]> orders;

    /// <param name="trajectories">r, at least 2; 10 to 50 are usual.</param>
    /// <param name="factors">k, at least 1.</param>
    /// <param name="random">Named after the experiment.</param>
    /// <param name="levels">p, even, at least 2; 4 is usual.</param>
    /// <param name="candidates">Trajectories to choose the r from; r or fewer for no choice.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number out of its range.</exception>
    public MorrisDesign(int trajectories, int factors, KeyedRandom random, int levels = 4, int candidates = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(trajectories, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(factors, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(levels, 2);
        ArgumentOutOfRangeException.ThrowIfNotEqual(levels % 2, 0, nameof(levels));
        (Trajectories, Factors, Levels) = (trajectories, factors, levels);
        int count = Math.Max(trajectories, candidates);
        int[][] everyOrder = [.. Enumerable.Range(0, count).Select(t =>
            Permutation.Of(factors, i => random.Draw(Order, (ulong)t, (ulong)i)))];
        double[][][] every = [.. everyOrder.Select((order, t) => Trajectory(t, order, random))];
        int[] chosen = count == trajectories ? [.. Enumerable.Range(0, count)] : Spread(every, trajectories);
        this.trajectories = [.. chosen.Select(t => every[t])];
        orders = [.. chosen.Select(t => everyOrder[t])];
    }

    public int Factors { get; }

    /// <summary>r.</summary>
    public int Trajectories { get; }

    /// <summary>p.</summary>
    public int Levels { get; }

    /// <summary>Δ, the length of every step.</summary>
    public double Step => Levels / (2.0 * (Levels - 1));

    public int Runs => Trajectories * (Factors + 1);

    public double[] Point(int run) => [.. trajectories[run / (Factors + 1)][run % (Factors + 1)]];

    /// <summary>The factor that changes between point <paramref name="step"/> of a trajectory and the next.</summary>
    internal int Changed(int trajectory, int step) => orders[trajectory][step];

    private double[][] Trajectory(int t, int[] order, KeyedRandom random)
    {
        double[] low = new double[Factors];
        double[] place = new double[Factors];
        for (int i = 0; i < Factors; i++)
        {
            low[i] = random.Draw(Start, (ulong)t, (ulong)i).Below(Levels / 2) / (Levels - 1.0);
            bool down = random.Draw(Direction, (ulong)t, (ulong)i).Below(2) == 1;
            place[i] = down ? low[i] + Step : low[i];
        }

        double[][] points = new double[Factors + 1][];
        points[0] = [.. place];
        for (int step = 0; step < Factors; step++)
        {
            int factor = order[step];
            place[factor] = place[factor].Equals(low[factor]) ? low[factor] + Step : low[factor];
            points[step + 1] = [.. place];
        }

        return points;
    }

    private static int[] Spread(double[][][] every, int wanted)
    {
        double[,] distances = new double[every.Length, every.Length];
        (int First, int Second) farthest = (0, 1);
        for (int i = 0; i < every.Length; i++)
        {
            for (int j = i + 1; j < every.Length; j++)
            {
                distances[i, j] = distances[j, i] = Distance(every[i], every[j]);
                farthest = distances[i, j] > distances[farthest.First, farthest.Second] ? (i, j) : farthest;
            }
        }

        List<int> chosen = [farthest.First, farthest.Second];
        while (chosen.Count < wanted)
        {
            chosen.Add(Enumerable.Range(0, every.Length).Except(chosen)
                .MaxBy(candidate => chosen.Sum(other => distances[candidate, other])));
        }

        return [.. chosen.Order()];
    }

    private static double Distance(double[][] first, double[][] second)
    {
        double sum = 0;
        foreach (double[] a in first)
        {
            foreach (double[] b in second)
            {
                double squares = 0;
                for (int i = 0; i < a.Length; i++)
                {
                    squares += (a[i] - b[i]) * (a[i] - b[i]);
                }

                sum += Math.Sqrt(squares);
            }
        }

        return sum;
    }
}
