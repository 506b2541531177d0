namespace Simulator.Scenarios.Claims;

/// <summary>Why a value that says something about the world is what it is.</summary>
/// <param name="Id"><c>A-</c> and three digits; never given to another value.</param>
/// <param name="Date">The day of the published state, of the measurement, or of the choice.</param>
/// <param name="Source">Where the value comes from, in one sentence without a full stop.</param>
internal sealed record Claim(string Id, ClaimStatus Status, DateOnly Date, string Source)
{
    /// <summary>The day on which the values of this version were chosen and measured.</summary>
    private static readonly DateOnly Chosen = new(2026, 11, 21);

    /// <summary>As the page writes it: <c>assumption</c>.</summary>
    public string StatusWord => Status.ToString().ToLowerInvariant();

    public static Claim Published(string id, DateOnly date, string source) =>
        new(id, ClaimStatus.Published, date, source);

    public static Claim Measured(string id, string source) => new(id, ClaimStatus.Measured, Chosen, source);

    public static Claim Assumption(string id, string source) => new(id, ClaimStatus.Assumption, Chosen, source);

    /// <summary>As documentation gives the ground of a default.</summary>
    public override string ToString() => $"{Id}, {StatusWord}: {Source}";
}
