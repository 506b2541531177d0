namespace Simulator.Actors.Storage;

/// <summary>What a storage node does with blobs. All of them confirm what they are given to store.</summary>
public enum StorageBehaviour
{
    Unset = 0,

    /// <summary>Keeps and serves.</summary>
    Honest,

    /// <summary>Forgets blobs as soon as it has confirmed them.</summary>
    Lose,

    /// <summary>Serves a blob with one bit turned.</summary>
    Corrupt,

    /// <summary>Does not answer those who ask for a blob.</summary>
    Withhold,

    /// <summary>Serves another blob than the one it was asked for.</summary>
    Substitute,
}
