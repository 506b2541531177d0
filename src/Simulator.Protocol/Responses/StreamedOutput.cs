using System.Collections.Immutable;
using System.Text;

namespace Simulator.Protocol.Responses;

/// <summary>Joins the deltas of a stream into the output string; the enclave and its client do it alike.</summary>
public sealed class StreamedOutput
{
    private readonly StringBuilder text = new();
    private readonly SortedDictionary<int, PendingCall> calls = [];

    public string Text => text.ToString();

    public ImmutableArray<ToolCall> ToolCalls => [.. calls.Values.Select(call => call.Whole())];

    /// <summary>What is signed: the tool calls if there are any, otherwise the text.</summary>
    public string Output => calls.Count == 0 ? Text : OutputString.OfToolCalls(ToolCalls);

    public string FinishReason => calls.Count == 0 ? FinishReasons.Stop : FinishReasons.ToolCalls;

    public void AddText(string delta) => text.Append(delta);

    /// <summary>The first fragment of an index that has one gives id and name; arguments are appended.</summary>
    public void AddToolCall(int index, ToolCall fragment)
    {
        if (!calls.TryGetValue(index, out PendingCall? pending))
        {
            pending = new PendingCall(fragment.Type);
            calls.Add(index, pending);
        }

        pending.Add(fragment);
    }

    /// <summary>A call whose fragments are still coming.</summary>
    private sealed class PendingCall(string type)
    {
        private readonly StringBuilder arguments = new();
        private string id = string.Empty;
        private string name = string.Empty;

        public void Add(ToolCall fragment)
        {
            id = id.Length > 0 ? id : fragment.Id;
            name = name.Length > 0 ? name : fragment.Name;
            arguments.Append(fragment.Arguments);
        }

        public ToolCall Whole() => new(id, name, arguments.ToString()) { Type = type };
    }
}
