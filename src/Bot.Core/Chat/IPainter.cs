namespace Bot.Core.Chat;

/// <summary>Makes pictures of drawings, since platforms show no drawings. Asked when a message is about to be shown, never in a turn.</summary>
public interface IPainter
{
    /// <summary>Paints a drawing.</summary>
    /// <param name="drawing">The drawing, as SVG (<see cref="Attachment.IsDrawing"/>).</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>The picture; null when it can't be painted here. Never throws for what the drawing is like.</returns>
    Task<Attachment?> Paint(Attachment drawing, CancellationToken stop);
}
