namespace Simulator.Chain.Disputes;

/// <summary>Where a committed answer stands.</summary>
public enum AnswerStatus
{
    /// <summary>Never committed, or forgotten.</summary>
    Unset = 0,

    /// <summary>Within its window, unchallenged.</summary>
    Open = 1,

    /// <summary>Challenged and not ruled on.</summary>
    Disputed = 2,

    /// <summary>Its window passed without a challenge, or the challenge was rejected.</summary>
    Verified = 3,

    /// <summary>Ruled to be wrong.</summary>
    Convicted = 4,

    /// <summary>Challenged, and too few ruled in time: never paid, nobody slashed.</summary>
    Lapsed = 5,

    /// <summary>Wrong on purpose, and said so: a test of those who check.</summary>
    Test = 6,
}
