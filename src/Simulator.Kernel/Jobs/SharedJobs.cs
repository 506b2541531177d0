namespace Simulator.Kernel;

/// <summary>Work that is computed once for all who ask; the oldest is forgotten first.</summary>
/// <remarks>
/// Entries leave in the order they came, which is the order of virtual time. Results being pure, nobody can tell.
/// </remarks>
internal sealed class SharedJobs(int capacity)
{
    private readonly Dictionary<JobKey, Computation> known = [];
    private readonly Queue<JobKey> byAge = new();

    /// <summary>The work of this key if it is known.</summary>
    /// <exception cref="InvariantViolatedException">The key names work of another result type.</exception>
    public Computation<T>? Find<T>(JobKey key)
    {
        if (!known.TryGetValue(key, out Computation? work))
        {
            return null;
        }

        return work as Computation<T>
            ?? throw new InvariantViolatedException($"a job key stands for {typeof(T).Name} and for another result");
    }

    public void Add(JobKey key, Computation work)
    {
        if (byAge.Count == capacity)
        {
            known.Remove(byAge.Dequeue());
        }

        known.Add(key, work);
        byAge.Enqueue(key);
    }
}
