using System.Collections.Immutable;
using System.Text;

namespace Simulator.Protocol.Responses;

/// <summary>Joins the deltas of a stream into the output string; the enclave and its client do it alike.</summary>
public sealed class StreamedOutput
{
    private readonly StringBuilder text = new();
    private readonly SortedDictionary<int, ToolCall> calls = [];

    public string Text => text.ToString();

    public ImmutableArray<ToolCall> ToolCalls => [.. calls.Values];

    /// <summary>What is signed: the tool calls if there are any, otherwise the text.</summary>
    public string Output => calls.Count == 0 ? Text : OutputString.OfToolCalls(ToolCalls);

    public string FinishReason => calls.Count == 0 ? FinishReasons.Stop : FinishReasons.ToolCalls;

    public void AddText(string delta) => text.Append(delta);

    /// <summary>The first fragment of an index gives id and name; arguments are appended.</summary>
    public void AddToolCall(int index, ToolCall fragment)
    {
        if (!calls.TryGetValue(index, out ToolCall? known))
        {
            calls.Add(index, fragment);
            return;
        }

        calls[index] = known with
        {
            Id = known.Id.Length > 0 ? known.Id : fragment.Id,
            Name = known.Name.Length > 0 ? known.Name : fragment.Name,
            Arguments = known.Arguments + fragment.Arguments,
        };
    }
}
