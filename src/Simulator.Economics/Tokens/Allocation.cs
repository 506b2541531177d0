using Simulator.Primitives;

namespace Simulator.Economics.Tokens;

/// <summary>A part of the supply and when it may be moved: a share at launch, the rest evenly after a cliff.</summary>
/// <param name="Name">Who it is for: <c>foundation</c>.</param>
/// <param name="Total">All of it.</param>
/// <param name="AtLaunch">Share that is liquid on day 0, from 0 to 1.</param>
/// <param name="CliffMonths">Months in which nothing more unlocks.</param>
/// <param name="VestingMonths">Months after the cliff over which the rest unlocks; 0 is all at once.</param>
public sealed record Allocation(string Name, OpgAmount Total, Ratio AtLaunch, int CliffMonths, int VestingMonths)
{
    /// <summary>A month is a twelfth of 365.25 days: 1461 of these units are 48 days.</summary>
    private const int UnitsPerMonth = 1_461;
    private const int UnitsPerDay = 48;

    /// <summary>What has unlocked by the start of a day, counted from 0; never less than the day before.</summary>
    public OpgAmount UnlockedBy(int day)
    {
        OpgAmount launch = Total.ShareRoundingDown(AtLaunch);
        long vested = ((long)day * UnitsPerDay) - ((long)CliffMonths * UnitsPerMonth);
        long all = (long)VestingMonths * UnitsPerMonth;
        return vested >= all
            ? (vested < 0 ? launch : Total)
            : launch + (Total - launch).MultiplyDivideRoundingDown((UInt128)Math.Max(0, vested), (UInt128)all);
    }
}
