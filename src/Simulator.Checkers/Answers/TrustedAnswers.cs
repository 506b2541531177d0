using Simulator.Primitives;
using Simulator.Records;

namespace Simulator.Checkers.Answers;

/// <summary>Answers of declared platforms, which nobody signs and which no judge of signatures has anything to say about.</summary>
internal sealed class TrustedAnswers
{
    private readonly SortedSet<string> platforms = new(StringComparer.Ordinal);
    private readonly HashSet<RequestId> inHand = [];

    public void Observe(Observation said)
    {
        switch (said)
        {
            case PlatformDeclared declared: platforms.Add(declared.Name); break;
            case AnswerTakenOnTrust taken when platforms.Contains(taken.Provider): inHand.Add(taken.Request); break;
        }
    }

    /// <summary>True when the request's answer came from a platform; then it is forgotten.</summary>
    public bool Remove(RequestId request) => inHand.Remove(request);
}
