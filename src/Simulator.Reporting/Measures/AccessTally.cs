using Simulator.Primitives;
using Simulator.Records;

namespace Simulator.Reporting;

/// <summary>The users of one group: who was served when, and who turned the others away.</summary>
internal sealed class AccessTally
{
    private readonly Dictionary<string, UserAccess> users = new(StringComparer.Ordinal);
    private readonly SortedDictionary<(string By, string Why), AccessCause> causes = [];

    public int Users => users.Count;

    /// <summary>Requests that were not answered.</summary>
    public long Refused { get; private set; }

    /// <summary>Requests by the span in which they were asked.</summary>
    public long[] Asked { get; } = new long[AccessMeasures.Spans];

    /// <summary>Of those the answered ones.</summary>
    public long[] Answered { get; } = new long[AccessMeasures.Spans];

    public long AskedSpans => users.Values.Sum(user => user.Asked.Count(asked => asked));

    public long ShutOutSpans =>
        users.Values.Sum(user => Enumerable.Range(0, AccessMeasures.Spans).Count(span => user.Asked[span] && !user.Served[span]));

    public long NeverServed => users.Values.Count(user => !user.Served.Contains(true));

    public IEnumerable<double> SecondsShutOut => users.Values.Select(user => user.ShutOut.TotalSeconds);

    /// <summary>Why requests were not answered, by the group of whom it came from and by name.</summary>
    public IReadOnlyDictionary<(string By, string Why), AccessCause> Causes => causes;

    public void Ask(string user, int span)
    {
        Asked[span]++;
        if (!users.TryGetValue(user, out UserAccess? access))
        {
            users[user] = access = new UserAccess();
        }

        access.Asked[span] = true;
    }

    public void Finish(string user, int span, SimTime asked, SimTime at, bool isAnswered)
    {
        UserAccess access = users[user];
        if (!isAnswered)
        {
            access.Since ??= asked;
            return;
        }

        Answered[span]++;
        access.Served[span] = true;
        access.EndAt(at);
    }

    public void Refuse(AccessRefused said, SimTime at)
    {
        Refused++;
        string by = said.By.Split('/')[0];
        causes[(by, said.Why)] = causes.TryGetValue((by, said.Why), out AccessCause? cause)
            ? cause with { Count = cause.Count + 1, Last = at }
            : new AccessCause(1, at, at);
    }

    public void Complete(SimTime end)
    {
        foreach (UserAccess user in users.Values)
        {
            user.EndAt(end);
        }
    }

    private sealed class UserAccess
    {
        public bool[] Asked { get; } = new bool[AccessMeasures.Spans];

        public bool[] Served { get; } = new bool[AccessMeasures.Spans];

        /// <summary>When it asked the question that is the first without an answer since the last one with.</summary>
        public SimTime? Since { get; set; }

        public SimDuration ShutOut { get; private set; }

        public void EndAt(SimTime at)
        {
            if (Since is { } since)
            {
                ShutOut += SimDuration.Max(SimDuration.Zero, at - since);
                Since = null;
            }
        }
    }
}

/// <summary>One reason for which requests were not answered.</summary>
/// <param name="Count">How many.</param>
/// <param name="First">When it was the first.</param>
/// <param name="Last">When it was the last.</param>
internal sealed record AccessCause(long Count, SimTime First, SimTime Last);
