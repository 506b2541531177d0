namespace Simulator.Kernel;

/// <summary>
/// A reference to an actor: a dense number given in the order of <see cref="WorldBuilder.AddActor"/>.
/// </summary>
/// <remarks>The number never orders events; among senders the ordinal order of actor names does.</remarks>
public readonly record struct ActorRef(int Index)
{
    /// <summary>The sender of what the world itself sends: <see cref="WorldBuilder.SendAtStart"/>.</summary>
    public static readonly ActorRef World = new(-1);

    public bool IsWorld => Index < 0;
}
