namespace Simulator.Actors.Verifiers;

/// <summary>What a verifier does about an answer that it drew.</summary>
internal enum CheckDecision
{
    Unset = 0,

    /// <summary>Executes it, and says what came out.</summary>
    Check,

    /// <summary>Says that it is right without executing it.</summary>
    Approve,

    /// <summary>Says that it is wrong without executing it.</summary>
    Accuse,

    /// <summary>Nothing.</summary>
    Ignore,
}
