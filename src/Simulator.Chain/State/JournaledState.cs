namespace Simulator.Chain.State;

/// <summary>A part of the world's state that can take back its changes one by one, newest first.</summary>
public abstract class JournaledState
{
    /// <summary>Takes back the newest change inside the block that is being executed.</summary>
    internal abstract void UndoUnsealed();

    /// <summary>
    /// Takes back the newest change of a sealed block; the tree is refreshed by the next <see cref="Seal"/>.
    /// </summary>
    internal abstract void UndoSealed();

    /// <summary>Makes the oldest change final.</summary>
    internal abstract void ForgetOldest();

    /// <summary>Carries every change since the last seal into the state tree.</summary>
    internal abstract void Seal(StateTree tree);
}
