namespace Simulator.Kernel;

/// <summary>How messages pass between shards of one process. Zero is deliberately not a mode.</summary>
public enum ShardExchangeMode
{
    Unset = 0,

    /// <summary>The message object itself.</summary>
    ByReference,

    /// <summary>Through the binary form, as between processes.</summary>
    ThroughCodec,
}
