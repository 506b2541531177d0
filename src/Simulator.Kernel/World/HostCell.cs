namespace Simulator.Kernel;

/// <summary>A host at run time.</summary>
internal sealed class HostCell(HostRef self, string name, int shard)
{
    public HostRef Self { get; } = self;

    public string Name { get; } = name;

    /// <summary>Number of the shard it lives on.</summary>
    public int ShardNumber { get; } = shard;

    /// <summary>In ordinal order of names.</summary>
    public List<ActorCell> Actors { get; } = new(1);

    public bool IsDown { get; private set; }

    /// <summary>When the outgoing link has sent all that was given to it.</summary>
    public long LinkFreeAt { get; set; }

    public void GoDown()
    {
        Invariant.That(!IsDown);
        IsDown = true;
        LinkFreeAt = 0;
    }

    public void ComeUp()
    {
        Invariant.That(IsDown);
        IsDown = false;
    }
}
